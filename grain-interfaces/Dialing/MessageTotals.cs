namespace Burgernet.Dialing;

/// <summary>How far one message of an action is.</summary>
/// <param name="Message">Its number, from 1.</param>
/// <param name="Deliveries">People it is for.</param>
/// <param name="Contacted">Of them, whose phone rang or was answered for it.</param>
/// <param name="Heard">Who heard it for at least 80 % of its length.</param>
/// <param name="Done">Deliveries with a result.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.message-totals")]
public readonly record struct MessageTotals(
    [property: Id(0)] int Message,
    [property: Id(1)] int Deliveries,
    [property: Id(2)] int Contacted,
    [property: Id(3)] int Heard,
    [property: Id(4)] int Done
);
