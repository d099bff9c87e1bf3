namespace Burgernet.Practice;

/// <summary>Why the practice SMSC refused a segment.</summary>
public enum PracticeSmsRefusal
{
    /// <summary>Not a number of the practice block: invalid destination (0x0B). Nothing should ever send one here: a violation.</summary>
    NotPracticeNumber,

    /// <summary>More than so many in one second: throttled (0x58).</summary>
    TooFast,

    /// <summary>Too many wait: queue full (0x14).</summary>
    QueueFull,

    /// <summary>The phone behind the number made the SMSC say so: throttled, queue full, or invalid destination.</summary>
    Phone,

    /// <summary>Its validity period cannot be read, or is over already (0x62).</summary>
    Validity,

    /// <summary>Its schedule cannot be read (0x61).</summary>
    Schedule,

    /// <summary>The SMSC is stopping: system error (0x08).</summary>
    Stopping,
}
