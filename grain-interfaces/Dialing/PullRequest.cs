using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>A dialer asks a lane for work.</summary>
/// <param name="Carrier">Whose lines.</param>
/// <param name="Incarnation">The dialer's silo address with its generation: dies with the process.</param>
/// <param name="Max">At most so many.</param>
/// <param name="Epoch">The action's epoch that the dialer has permission for.</param>
/// <param name="Room">For each prefix that the carrier limits, how many of its calls may start; the longest that fits a number counts.</param>
/// <param name="Medium">By what its deliveries go.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.pull-request")]
public sealed record PullRequest(
    [property: Id(0)] string Carrier,
    [property: Id(1)] string Incarnation,
    [property: Id(2)] int Max,
    [property: Id(3)] int Epoch,
    [property: Id(4)] PrefixCount[] Room,
    [property: Id(5)] Medium Medium = Medium.Voice
);
