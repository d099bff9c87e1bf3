namespace Burgernet.Api.Practice;

/// <summary>What became of an SMS of a practice phone.</summary>
public enum PracticeSmsOutcome
{
    /// <summary>It was taken over SMPP, and is stored.</summary>
    Sent,

    /// <summary>The database is away, or no connection to the practice SMS centre is bound.</summary>
    NotNow,

    /// <summary>The number rings elsewhere than in practice, or is none.</summary>
    NotAPracticePhone,

    /// <summary>It takes more SMS than one text may.</summary>
    TooLong,

    /// <summary>No practice SMS centre in this process serves the control room.</summary>
    NoCarrier,
}
