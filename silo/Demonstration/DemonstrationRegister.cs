using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Demonstration;

/// <summary>Fills an empty register with invented participants around Deventer and Schalkhaar.</summary>
internal sealed class DemonstrationRegister(
    IParticipantImport register,
    ProfilePolicy policy,
    ParticipantRows rows,
    IOptions<DemonstrationOptions> options,
    TimeProvider time
)
{
    private static readonly string[] PlaceNames = ["Deventer", "Schalkhaar"];

    /// <summary>Fills it where it is empty.</summary>
    /// <returns>How many participants the register holds.</returns>
    public async Task<int> Fill()
    {
        var present = (int)(await register.Count()).Participants;
        if (present > 0 || options.Value.Participants == 0)
        {
            return present;
        }

        var now = HashChain.Now(time);
        var places = DutchPlaces.Read();
        var landscape = new InventedLandscape(places, [.. places.Where(place => PlaceNames.Contains(place.Name, StringComparer.Ordinal))]);
        var invented = InventedParticipants.Create(landscape, options.Value.Participants, options.Value.Seed, now);
        await register.AddMany([.. invented.Select(person => Row(AtHome(person), now))]);
        return options.Value.Participants;
    }

    /// <summary>One location each, called at any hour: the first action finds the same people in the middle of the night.</summary>
    private static InventedParticipant AtHome(InventedParticipant person)
    {
        var profile = person.Registration.Profile;
        var home = profile.Locations[0];
        home = home with { Channels = home.Channels | ContactChannels.Voice, Hours = WeeklyHours.Always };
        return person with { Registration = person.Registration with { Profile = profile with { Locations = [home] } } };
    }

    private ParticipantRow Row(InventedParticipant person, DateTimeOffset now)
    {
        // The same door as for everybody.
        var refusals = new List<ParticipantRefusal>();
        var accepted = policy.Check(person.Registration, now, refusals);
        return accepted is null
            ? throw new InvalidOperationException($"An invented participant is refused: {refusals[0].Code}")
            : rows.Create(person.Id, person.Registration, accepted, now) with
            {
                CreatedAt = person.SignedUpAt,
            };
    }
}
