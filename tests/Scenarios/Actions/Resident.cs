using Burgernet.Cells;
using Burgernet.Tests.Scenarios.Phones;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>Somebody who lives in a town, and their phone.</summary>
internal sealed record Resident(Guid Id, GeoPoint Home, double Metres, Phone Phone);
