using Burgernet.Cells;
using Burgernet.Tests.Scenarios.Phones;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>Somebody who lives in a town, their phone and their mailbox.</summary>
internal sealed record Resident(Guid Id, GeoPoint Home, double Metres, Phone Phone)
{
    /// <summary>Their mail address.</summary>
    public string Email => $"p{Phone.Number[1..]}@example.org";
}
