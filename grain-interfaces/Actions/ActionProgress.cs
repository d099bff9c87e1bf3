using Burgernet.Dialing;

namespace Burgernet.Actions;

/// <summary>How far an action is, over all its lanes.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-progress")]
public sealed record ActionProgress
{
    /// <summary>Whether all who lie in the area are selected.</summary>
    [Id(0)]
    public bool SelectionComplete { get; init; }

    /// <summary>People selected so far.</summary>
    [Id(1)]
    public int Selected { get; init; }

    /// <summary>Deliveries that wait for a line.</summary>
    [Id(2)]
    public int Waiting { get; init; }

    /// <summary>Calls under way.</summary>
    [Id(3)]
    public int UnderWay { get; init; }

    /// <summary>Deliveries with a result.</summary>
    [Id(4)]
    public int Done { get; init; }

    /// <summary>People who were contacted: an attempt rang, was answered, or was accepted as a text.</summary>
    [Id(5)]
    public int Contacted { get; init; }

    /// <summary>People who heard the call, or a correction of it, for at least 80 % of its length.</summary>
    [Id(6)]
    public int Heard { get; init; }

    /// <summary>Deliveries by result.</summary>
    [Id(7)]
    public IReadOnlyDictionary<DeliveryResult, int> Results { get; init; } = new Dictionary<DeliveryResult, int>();

    /// <summary>Whether everyone is selected and every delivery has its result.</summary>
    [Id(8)]
    public bool Complete { get; init; }

    /// <summary>Deliveries so far, over all messages: what waits, is under way and is done.</summary>
    [Id(20)]
    public int Deliveries { get; init; }

    /// <summary>People who were reached: who heard any message, or on whose handset any text is.</summary>
    [Id(21)]
    public int Reached { get; init; }

    /// <summary>How far each medium is.</summary>
    [Id(22)]
    public IReadOnlyList<MediumTotals> Media { get; init; } = [];
}
