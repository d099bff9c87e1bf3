namespace Burgernet.Benchmarks.Away;

/// <summary>When things happened in a run, by the monotonic clock that the carrier's record shares.</summary>
internal sealed record AwayMoments
{
    /// <summary>The database server was about to be stopped.</summary>
    public required TimeSpan Leaving { get; init; }

    /// <summary>It was gone.</summary>
    public required TimeSpan Gone { get; init; }

    /// <summary>The stop of the other action was asked for.</summary>
    public required TimeSpan StopAsked { get; init; }

    /// <summary>It was accepted.</summary>
    public required TimeSpan StopAccepted { get; init; }

    /// <summary>Every line was free.</summary>
    public required TimeSpan LinesFree { get; init; }

    /// <summary>The server was about to be started again.</summary>
    public required TimeSpan Returning { get; init; }

    /// <summary>It answered again.</summary>
    public required TimeSpan Back { get; init; }
}
