namespace Burgernet.Practice;

/// <summary>What became of an SMS that a practice phone sent.</summary>
public enum PracticeReplyOutcome
{
    /// <summary>The ESME that has this number took it.</summary>
    Taken,

    /// <summary>An ESME is there and did not take it, or not all of it.</summary>
    NotTaken,

    /// <summary>No ESME is bound that receives.</summary>
    NobodyListens,
}
