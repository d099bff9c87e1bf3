namespace Burgernet.Participants;

/// <summary>That a sign-up was confirmed.</summary>
/// <param name="Method">How.</param>
/// <param name="At">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.confirmation")]
public sealed record Confirmation([property: Id(0)] ConfirmationMethod Method, [property: Id(1)] DateTimeOffset At);
