namespace Burgernet.Sip.Threading;

/// <summary>The timers of RFC 3261 §17 (table 4) and our own.</summary>
internal enum TimerName : byte
{
    /// <summary>INVITE retransmission, §17.1.1.2.</summary>
    A,

    /// <summary>INVITE transaction time-out, §17.1.1.2.</summary>
    B,

    /// <summary>Wait for retransmitted final responses to INVITE, §17.1.1.2.</summary>
    D,

    /// <summary>Non-INVITE retransmission, §17.1.2.2.</summary>
    E,

    /// <summary>Non-INVITE transaction time-out, §17.1.2.2.</summary>
    F,

    /// <summary>Final response retransmission, §17.2.1.</summary>
    G,

    /// <summary>Wait for ACK, §17.2.1.</summary>
    H,

    /// <summary>Wait for retransmitted ACKs, §17.2.1.</summary>
    I,

    /// <summary>Wait for retransmitted requests, §17.2.2.</summary>
    J,

    /// <summary>Wait for retransmitted INVITEs after a 2xx, RFC 6026 §7.1.</summary>
    L,

    /// <summary>Wait for retransmitted 2xx, RFC 6026 §7.2 (64·T1, RFC 3261 §13.2.2.4).</summary>
    M,

    /// <summary>2xx retransmission by the answering core, §13.3.1.4.</summary>
    Answer,

    /// <summary>CANCEL retransmission: its Timer E.</summary>
    CancelE,

    /// <summary>The wait of 64·T1 for the final response to a cancelled INVITE, §9.1.</summary>
    CancelWait,

    /// <summary>How long a call may ring.</summary>
    RingLimit,

    /// <summary>How long the line stays open after the message.</summary>
    Linger,

    /// <summary>End of the grace of a polite stop.</summary>
    Grace,
}
