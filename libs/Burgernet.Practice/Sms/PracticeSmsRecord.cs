namespace Burgernet.Practice;

/// <summary>What the practice SMSC itself saw of one segment (one submit_sm), independent of what the sender believes. It holds no text.</summary>
public sealed record PracticeSmsRecord
{
    /// <summary>Names one run of one SMSC, so that appended files keep runs apart.</summary>
    public required string Run { get; init; }

    /// <summary>Number of the submit within its run, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The name that the SMSC gave it, as in its response; null where it was refused.</summary>
    public string? MessageId { get; init; }

    /// <summary>System id of who sent it.</summary>
    public required string Esme { get; init; }

    /// <summary>Whom it is for, E.164; where it is no practice number, all after its sixth character is masked with x, for it may be somebody's.</summary>
    public required string To { get; init; }

    /// <summary>Sender shown: E.164 with the plus sign, a short number or a name.</summary>
    public required string From { get; init; }

    /// <summary>What it says, as the first 16 hexadecimal digits of SHA-256 over its octets without user data header: the same text has the same.</summary>
    public required string Content { get; init; }

    /// <summary>Which part of its message, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Parts of its message.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>The submit arrived.</summary>
    public required PracticeMoment Submitted { get; init; }

    /// <summary>Command status that it was answered with; 0 where it was taken.</summary>
    public int Status { get; init; }

    /// <summary>Why it was refused; null where it was taken.</summary>
    public PracticeSmsRefusal? Refusal { get; init; }

    /// <summary>What the phone does; null where the SMSC refused it by itself.</summary>
    public PracticeSmsBehaviour? Behaviour { get; init; }

    /// <summary>Where it is; null where it was refused.</summary>
    public PracticeSmsState? State { get; init; }

    /// <summary>It reached its last state.</summary>
    public PracticeMoment? Ended { get; init; }

    /// <summary>Receipts that are owed or were sent for it: 0, 1 or 2.</summary>
    public int Receipts { get; init; }

    /// <summary>Of these, how many the ESME acknowledged.</summary>
    public int ReceiptsTaken { get; init; }
}
