using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;

namespace Burgernet.Practice;

/// <summary>One segment that the practice SMSC took, until its end. Used under the centre's lock.</summary>
internal sealed class PracticeSubmission
{
    /// <summary>The session that brought it, which gets its receipts as long as it lives.</summary>
    public required SmppServerSession Session { get; init; }

    /// <summary>Who gets its receipts.</summary>
    public required string Esme { get; init; }

    /// <summary>Sender, as submitted.</summary>
    public required SmppAddress Source { get; init; }

    /// <summary>Whom it is for, as submitted.</summary>
    public required SmppAddress Destination { get; init; }

    /// <summary>Which receipts are asked for.</summary>
    public required RegisteredDelivery Registered { get; init; }

    /// <summary>What becomes of it.</summary>
    public required PracticeSmsPhone Phone { get; init; }

    /// <summary>How it is to end.</summary>
    public required PracticeSmsState Fate { get; init; }

    /// <summary>How long after the answer.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>The record as known now.</summary>
    public required PracticeSmsRecord Record { get; set; }

    /// <summary>The message that it completed, in the inbox; null for all other segments.</summary>
    public PracticeInboxEntry? Entry { get; set; }

    /// <summary>Whether it has reached its end.</summary>
    public bool IsOver => Record.Ended is not null;
}
