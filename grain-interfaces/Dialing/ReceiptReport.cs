using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>What a carrier told later of a text. A repeat changes nothing.</summary>
/// <param name="ParticipantId">To whom it was.</param>
/// <param name="Message">Which message of the action, from 1.</param>
/// <param name="Medium">By what it went.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Result">What it comes to: <see cref="DeliveryResult.ToHandset"/>, <see cref="DeliveryResult.ExpiredAtCarrier"/> or <see cref="DeliveryResult.Undelivered"/>.</param>
/// <param name="At">When, as the carrier says.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.receipt-report")]
public sealed record ReceiptReport(
    [property: Id(0)] Guid ParticipantId,
    [property: Id(1)] int Message,
    [property: Id(2)] Medium Medium,
    [property: Id(3)] int Attempt,
    [property: Id(4)] DeliveryResult Result,
    [property: Id(5)] DateTimeOffset At
);
