namespace Burgernet.Sip;

/// <summary>Why a connection (TCP or TLS) could not be had, or ended.</summary>
public enum SipConnectionFailure
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>Nobody listens there, or the address cannot be reached.</summary>
    Unreachable,

    /// <summary>Not open within <see cref="SipConnectionOptions.ConnectTimeout"/>, TLS handshake included.</summary>
    TimedOut,

    /// <summary>The peer closed it, or the network did.</summary>
    Lost,

    /// <summary>The peer takes no bytes: the queue is full, or nothing moved for <see cref="SipConnectionOptions.WriteTimeout"/>.</summary>
    Stalled,

    /// <summary>A keep-alive was not answered within 10 s (RFC 5626 §4.4.1).</summary>
    NoPong,

    /// <summary>Nothing came while a request waited for its answer in vain (Timer B or F, 64·T1).</summary>
    Silent,

    /// <summary>What came cannot be cut into messages, or stopped in the middle of one.</summary>
    NotSip,

    /// <summary>Nothing came or went for <see cref="SipConnectionOptions.IdleTimeout"/>.</summary>
    Idle,

    /// <summary>There are as many connections as there may be.</summary>
    TooMany,

    /// <summary>A TLS connection was wanted where no trunk says which name to expect.</summary>
    NoTlsSettings,

    /// <summary>The peer's certificate leads to no authority that we trust.</summary>
    UnknownAuthority,

    /// <summary>The peer's certificate is for another name (RFC 5922 §7).</summary>
    WrongName,

    /// <summary>The peer's certificate is not valid at this time.</summary>
    CertificateExpired,

    /// <summary>The peer's certificate is missing, revoked, not meant for this use, or broken.</summary>
    CertificateInvalid,

    /// <summary>The peer ended the TLS handshake, or closed before a first byte came: no version or cipher in common, or it wants another certificate of ours.</summary>
    HandshakeRefused,

    /// <summary>The endpoint closes.</summary>
    Closing,
}
