namespace Burgernet.Api.Practice;

/// <summary>What became of a text message of a practice phone.</summary>
public enum PracticeSmsOutcome
{
    /// <summary>It was taken.</summary>
    Sent,

    /// <summary>The same was taken a short while ago, and counts once.</summary>
    Repeated,

    /// <summary>The database is away.</summary>
    NotNow,

    /// <summary>The number rings elsewhere than in practice, or is none.</summary>
    NotAPracticePhone,

    /// <summary>No practice carrier serves the control room.</summary>
    NoCarrier,
}
