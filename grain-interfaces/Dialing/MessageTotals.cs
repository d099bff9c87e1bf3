namespace Burgernet.Dialing;

/// <summary>How far one message of an action is.</summary>
/// <param name="Message">Its number, from 1.</param>
/// <param name="Deliveries">Its deliveries: one for each person and medium.</param>
/// <param name="Contacted">People whose phone rang or was answered for it, or for whom a carrier has it as a text.</param>
/// <param name="Heard">Who heard it for at least 80 % of its length.</param>
/// <param name="Done">Deliveries with a result.</param>
/// <param name="Reached">People who heard it, or on whose handset it is; null in records from before there were texts: then those who heard it.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.message-totals")]
public readonly record struct MessageTotals(
    [property: Id(0)] int Message,
    [property: Id(1)] int Deliveries,
    [property: Id(2)] int Contacted,
    [property: Id(3)] int Heard,
    [property: Id(4)] int Done,
    [property: Id(5)] int? Reached = null
);
