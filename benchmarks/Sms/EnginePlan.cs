namespace Burgernet.Benchmarks.Sms;

/// <summary>What a run of the whole engine is made with.</summary>
internal sealed record EnginePlan
{
    /// <summary>People who get a text.</summary>
    public required int People { get; init; }

    /// <summary>People elsewhere who get one before, so that nothing is compiled or planned any more.</summary>
    public required int WarmUp { get; init; }

    /// <summary>Binds to the centre.</summary>
    public required int Binds { get; init; }

    /// <summary>Texts without an answer at once, over all binds.</summary>
    public required int Window { get; init; }

    /// <summary>From submit to receipt.</summary>
    public required TimeSpan ReceiptAfter { get; init; }

    /// <summary>Whether the centre is our practice centre instead of npm's <c>smpp</c>.</summary>
    public required bool Practice { get; init; }

    /// <summary>Whether it is printed which statements took PostgreSQL how long.</summary>
    public bool Statements { get; init; }

    /// <summary>Further settings of the node.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>SMS a second that were agreed with the centre: far more than can be.</summary>
    public const int Rate = 50_000;
}
