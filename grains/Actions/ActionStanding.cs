using System.Runtime.InteropServices;
using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>How an action stands, for <see cref="ActionInstruments"/>.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Waiting">Deliveries that could be tried now.</param>
/// <param name="Held">Deliveries that wait for something else than a line.</param>
/// <param name="UnderWay">Deliveries with an attempt and no result yet.</param>
/// <param name="AnchorLag">How long entries of its lanes have waited for an anchor; zero where none do.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ActionStanding(ActionStatus Status, int Waiting, int Held, int UnderWay, TimeSpan AnchorLag);
