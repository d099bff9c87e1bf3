using Burgernet.Grains.Actions;
using Burgernet.Grains.Cells;
using Burgernet.H3;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Makes rows of participants and reads them back: seals what is personal, and works out cells, borders and look-ups. No I/O; any thread.</summary>
public sealed class ParticipantRows(PersonalSeal seal, IBorders borders)
{
    /// <summary>The row of a new participant, version 1, with a key of its own.</summary>
    /// <param name="id">Who.</param>
    /// <param name="registration">The sign-up.</param>
    /// <param name="accepted">Its profile in its normal form.</param>
    /// <param name="now">The time.</param>
    public ParticipantRow Create(Guid id, Registration registration, AcceptedProfile accepted, DateTimeOffset now)
    {
        var confirmed = registration.ConfirmedBy != ConfirmationMethod.None;
        return new ParticipantRow
        {
            Id = id,
            Version = 1,
            Status = confirmed ? ParticipantStatus.Active : ParticipantStatus.Pending,
            Kind = accepted.Profile.Kind,
            Language = accepted.Profile.Language,
            TargetGroups = accepted.Profile.TargetGroups,
            WantsArticles = accepted.Profile.WantsArticles,
            HasPracticeNumber = accepted.HasPracticeNumber,
            Source = registration.Source,
            LegalBasis = registration.LegalBasis,
            Consent = registration.Consent is { } consent ? consent with { At = HashChain.Time(HashChain.Microseconds(consent.At)) } : null,
            Confirmation = confirmed ? new Confirmation(registration.ConfirmedBy, now) : null,
            CreatedAt = now,
            ChangedAt = now,
            Sealed = seal.Seal(id, Personal(accepted.Profile)),
            Locations = Locations(accepted.Profile),
            Lookups = Lookups(accepted.Profile),
        };
    }

    /// <summary>The row with another profile, one version on.</summary>
    /// <param name="row">The row; not erased.</param>
    /// <param name="accepted">The profile in its normal form.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="SealException">The participant's key cannot be unwrapped.</exception>
    public ParticipantRow Change(ParticipantRow row, AcceptedProfile accepted, DateTimeOffset now) =>
        row with
        {
            Version = row.Version + 1,
            Kind = accepted.Profile.Kind,
            Language = accepted.Profile.Language,
            TargetGroups = accepted.Profile.TargetGroups,
            WantsArticles = accepted.Profile.WantsArticles,
            HasPracticeNumber = accepted.HasPracticeNumber,
            ChangedAt = now,
            Sealed = row.Sealed is { } before
                ? seal.Seal(row.Id, before, Personal(accepted.Profile))
                : throw new ArgumentException("Nobody can change who was erased", nameof(row)),
            Locations = Locations(accepted.Profile),
            Lookups = Lookups(accepted.Profile),
        };

    /// <summary>The row with its locations in the configured borders, which the register may not have come to yet; as it is where none are configured.</summary>
    public ParticipantRow? Settle(ParticipantRow? row) =>
        row is null || borders.Version is null
            ? row
            : row with
            {
                Locations = [.. row.Locations.Select(location => location with { Borders = borders.Find(location.Point) })],
            };

    /// <summary>The participant of a row, opened.</summary>
    /// <exception cref="SealException">It cannot be opened.</exception>
    public Participant Read(ParticipantRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Participant
        {
            Id = row.Id,
            Version = row.Version,
            Status = row.Status,
            Profile = row.Sealed is { } data ? Profile(row, seal.Open(row.Id, data)) : null,
            Places =
            [
                .. row.Locations.Select(location => new LocationPlace(location.Number, location.Cell, location.Region, location.Borders)),
            ],
            Source = row.Source,
            LegalBasis = row.LegalBasis,
            Consent = row.Consent,
            Confirmation = row.Confirmation,
            CreatedAt = row.CreatedAt,
            ChangedAt = row.ChangedAt,
            LeftAt = row.LeftAt,
            ErasedAt = row.ErasedAt,
        };
    }

    private static PersonalData Personal(ParticipantProfile profile) =>
        new()
        {
            Name = profile.Name,
            Phones = profile.Phones,
            Email = profile.Email,
            BirthYear = profile.BirthYear,
            Places = [.. profile.Locations.Select(location => new PersonalPlace(location.Number, location.Label, location.Address))],
        };

    private LocationRow[] Locations(ParticipantProfile profile) =>
        [
            .. profile.Locations.Select(location =>
            {
                // From the point itself: a parent of a finer cell is another cell for one point in fifteen.
                var cell = H3Grid.LatLngToCell(new LatLng(location.Point.Latitude, location.Point.Longitude), AreaCells.CellResolution);
                return new LocationRow(
                    location.Number,
                    location.Point,
                    cell.Value,
                    AreaCells.Region(cell),
                    borders.Find(location.Point),
                    location.Channels,
                    location.Hours
                );
            }),
        ];

    private Lookup[] Lookups(ParticipantProfile profile)
    {
        var lookups = new HashSet<Lookup>(profile.Phones.Select(phone => seal.Phone(phone.Value)));
        if (profile.Email is { } email)
        {
            lookups.Add(seal.Email(email.Value));
        }

        foreach (var location in profile.Locations)
        {
            if (location.Address is { } address && seal.Address(address.Postcode.Value, address.HouseNumber) is { } lookup)
            {
                lookups.Add(lookup);
            }
        }

        return [.. lookups];
    }

    private static ParticipantProfile Profile(ParticipantRow row, PersonalData data) =>
        new()
        {
            Name = data.Name,
            Phones = data.Phones,
            Email = data.Email,
            Language = row.Language,
            BirthYear = data.BirthYear,
            Kind = row.Kind,
            TargetGroups = row.TargetGroups,
            WantsArticles = row.WantsArticles,
            Locations = [.. row.Locations.Select(location => Location(location, data))],
        };

    private static ParticipantLocation Location(LocationRow row, PersonalData data)
    {
        var place = data.Places.First(place => place.Number == row.Number);
        return new ParticipantLocation
        {
            Number = row.Number,
            Label = place.Label,
            Point = row.Point,
            Address = place.Address,
            Channels = row.Channels,
            Hours = row.Hours,
        };
    }
}
