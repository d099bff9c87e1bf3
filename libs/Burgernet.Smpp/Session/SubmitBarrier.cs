namespace Burgernet.Smpp.Session;

/// <summary>Why a request never reached the socket.</summary>
public enum SubmitBarrier
{
    /// <summary>It did.</summary>
    None,

    /// <summary>There is no connection on which this may be sent now.</summary>
    NotBound,

    /// <summary>Too many wait already.</summary>
    QueueFull,

    /// <summary>The connection ended, or the peer unbound, while it waited for its turn.</summary>
    ConnectionEnded,

    /// <summary>We are closing.</summary>
    Closing,

    /// <summary>A value does not fit its field.</summary>
    Invalid,

    /// <summary>Its <see cref="ISubmitPermit"/> said no when its turn came.</summary>
    Withheld,
}
