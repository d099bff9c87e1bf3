namespace Burgernet.Api.Access;

/// <summary>All of a request that decides who acts.</summary>
internal sealed record AccessRequest
{
    /// <summary>Whether the connection comes from this machine over loopback.</summary>
    public required bool FromLoopback { get; init; }

    /// <summary>The host that the client meant, without port.</summary>
    public required string Host { get; init; }

    /// <summary>Scheme, host and port as the client wrote them: what Origin is if the page is one of ours.</summary>
    public required string OwnOrigin { get; init; }

    /// <summary>The Origin header, or null.</summary>
    public string? Origin { get; init; }

    /// <summary>The Sec-Fetch-Site header, or null.</summary>
    public string? FetchSite { get; init; }

    /// <summary>Whether a proxy says it forwarded the request.</summary>
    public bool Forwarded { get; init; }

    /// <summary>The Authorization header, or null.</summary>
    public string? Authorization { get; init; }

    /// <summary>The X-Dispatcher header, or null.</summary>
    public string? Dispatcher { get; init; }
}
