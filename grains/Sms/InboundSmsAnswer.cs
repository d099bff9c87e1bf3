namespace Burgernet.Grains.Sms;

/// <summary>What becomes of a message that was offered, and with which command_status the SMS centre is to be answered (SMPP 3.4 §5.1.3).</summary>
public enum InboundSmsAnswer
{
    /// <summary>It is durable here: ESME_ROK.</summary>
    Stored,

    /// <summary>It was durable here before; nothing is done a second time: ESME_ROK.</summary>
    Repeated,

    /// <summary>Not now, the database is away: ESME_RX_T_APPN (0x64), so that the SMS centre keeps it and offers it again.</summary>
    NotNow,

    /// <summary>It can never be stored, it has no sender or is longer than any message: ESME_RX_P_APPN (0x65), for the same again would end alike.</summary>
    Refused,
}
