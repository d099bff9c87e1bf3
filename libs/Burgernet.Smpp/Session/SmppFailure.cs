namespace Burgernet.Smpp.Session;

/// <summary>Why a connection could not be had, or ended.</summary>
public enum SmppFailure
{
    /// <summary>None.</summary>
    None,

    /// <summary>Nobody answers there.</summary>
    Unreachable,

    /// <summary>Connecting, shaking hands or binding took too long.</summary>
    TimedOut,

    /// <summary>The peer would not shake hands, or not with our certificate.</summary>
    HandshakeRefused,

    /// <summary>The certificate leads to no authority of ours.</summary>
    UnknownAuthority,

    /// <summary>The certificate is not valid now.</summary>
    CertificateExpired,

    /// <summary>The certificate is for another name.</summary>
    WrongName,

    /// <summary>Something else is wrong with the certificate.</summary>
    CertificateInvalid,

    /// <summary>The peer refused the bind, or we its outbind.</summary>
    BindRefused,

    /// <summary>The connection ended by itself.</summary>
    Lost,

    /// <summary>enquire_link was not answered.</summary>
    NoAnswer,

    /// <summary>The peer takes nothing of what is written.</summary>
    Stalled,

    /// <summary>What came is not SMPP.</summary>
    NotSmpp,

    /// <summary>The peer unbound.</summary>
    Unbound,

    /// <summary>We closed it.</summary>
    Closed,
}
