using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Demonstration;

/// <summary>Fills an empty register with invented participants around Deventer and Schalkhaar.</summary>
internal sealed class DemonstrationRegister(IParticipantImport register, IOptions<DemonstrationOptions> options, TimeProvider time)
{
    private static readonly string[] PlaceNames = ["Deventer", "Schalkhaar"];

    /// <summary>Fills it where it is empty.</summary>
    /// <returns>How many participants the register holds.</returns>
    public async Task<int> Fill()
    {
        var present = await register.Count();
        if (present > 0 || options.Value.Participants == 0)
        {
            return present;
        }

        var places = DutchPlaces.Read().Where(place => PlaceNames.Contains(place.Name, StringComparer.Ordinal)).ToArray();
        await register.AddMany([.. InventedParticipants.Create(places, options.Value.Participants, options.Value.Seed)], time.GetUtcNow());
        return options.Value.Participants;
    }
}
