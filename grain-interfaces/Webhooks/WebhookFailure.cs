namespace Burgernet.Webhooks;

/// <summary>Why an entry was not taken. Stored by name; never rename.</summary>
[GenerateSerializer]
[Alias("burgernet.webhook-failure")]
public enum WebhookFailure
{
    /// <summary>No connection: nobody listens, no such name, no route.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The connection was lost before there was an answer.</summary>
    Lost,

    /// <summary>TLS failed: not the certificate of that host, or not one that is trusted.</summary>
    NotTrusted,

    /// <summary>What came back is no HTTP.</summary>
    NotHttp,

    /// <summary>An answer other than 2xx: the status says which. Redirects are not followed.</summary>
    Refused,

    /// <summary>410: nothing is to be sent there any more.</summary>
    Gone,
}
