namespace Burgernet.Api.Actions;

/// <summary>Some of an action's deliveries, nearest first.</summary>
public sealed record DeliveryListJson
{
    /// <summary>The deliveries.</summary>
    public required IReadOnlyList<DeliveryJson> Deliveries { get; init; }

    /// <summary>The address of the next page; absent on the last.</summary>
    public string? Next { get; init; }
}
