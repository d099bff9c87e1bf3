namespace Burgernet.Grains.Dialing;

/// <summary>A lane to be asked for deliveries.</summary>
/// <param name="Action">Its action.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Starts">For how many.</param>
internal readonly record struct LanePull(DialerAction Action, DialerLane Lane, int Starts);
