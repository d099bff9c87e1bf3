namespace Burgernet.Api.Actions;

/// <summary>How far the deliveries of one medium are.</summary>
public sealed record MediumProgressJson
{
    /// <summary>Deliveries so far.</summary>
    public required int Deliveries { get; init; }

    /// <summary>Of them, those with a result.</summary>
    public required int Done { get; init; }
}
