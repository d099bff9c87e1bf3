namespace Burgernet.Grains.Dialing;

/// <summary>A dialer's share as it was last given.</summary>
/// <param name="Prefix">Of numbers with a limit of their own; empty for the carrier as a whole.</param>
/// <param name="Dialer">The dialer's key.</param>
/// <param name="Share">What it may use.</param>
/// <param name="CallsUnderWay">What it held when it asked.</param>
/// <param name="Until">Until when.</param>
public sealed record StoredLease(string Prefix, string Dialer, LeaseShare Share, int CallsUnderWay, DateTimeOffset Until);
