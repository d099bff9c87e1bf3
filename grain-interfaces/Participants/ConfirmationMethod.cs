namespace Burgernet.Participants;

/// <summary>How it was made sure that a sign-up is meant. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.confirmation-method")]
public enum ConfirmationMethod
{
    /// <summary>Not confirmed yet.</summary>
    None = 0,

    /// <summary>The token of a mail came back.</summary>
    EmailToken = 1,

    /// <summary>The code of a text message came back.</summary>
    SmsCode = 2,

    /// <summary>A manager has the signed card, or the employer's or municipality's list.</summary>
    SignedCard = 3,
}
