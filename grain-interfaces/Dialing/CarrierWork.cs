using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>An action that wants lines.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Lanes">How many lanes it has, numbered from 0.</param>
/// <param name="Urgency">Which others it goes before.</param>
/// <param name="Practice">Whether it is practice: it never goes over a live carrier, nor a live one over a practice carrier.</param>
/// <param name="Before">The carriers that it prefers to this one: it overflows to this one when none of them takes a call.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.carrier-work")]
public sealed record CarrierWork(
    [property: Id(0)] Guid ActionId,
    [property: Id(1)] int Lanes,
    [property: Id(2)] Urgency Urgency,
    [property: Id(3)] bool Practice,
    [property: Id(4)] string[] Before
);
