namespace Burgernet.Dialing;

/// <summary>Who holds which share of a carrier now, and what dead dialers may still hold.</summary>
/// <param name="Leases">The leases, of each dialer one.</param>
/// <param name="Charges">What is charged, of each dialer one sum.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.carrier-leases")]
public sealed record CarrierLeases([property: Id(0)] DialerLease[] Leases, [property: Id(1)] DialerCharge[] Charges);
