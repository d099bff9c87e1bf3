namespace Burgernet.Smpp.Session;

/// <summary>What a session may carry.</summary>
public enum BindMode
{
    /// <summary>Both directions over one connection: what to take unless the SMSC cannot.</summary>
    Transceiver,

    /// <summary>Out only: receipts come over another session.</summary>
    Transmitter,

    /// <summary>In only.</summary>
    Receiver,
}
