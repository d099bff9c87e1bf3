namespace Burgernet.Api.Signups;

/// <summary>That a sign-up was taken. It says the same whoever signed up, and whether or not they take part already.</summary>
/// <param name="AskedBy">How whoever signed up is asked to confirm: email or sms.</param>
public sealed record SignupJson(string AskedBy);
