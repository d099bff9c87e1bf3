using System.Globalization;
using System.Text;
using Burgernet.Participants;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Participants;

/// <summary>What may stand in the register, and what may not: every reason at once. Pure but for its configuration; used by the grain and by imports alike.</summary>
internal sealed class ProfilePolicy(IOptions<RegisterOptions> options, PhonePolicy phones)
{
    private const int LongestName = 100;
    private const int LongestLabel = 40;
    private const int LongestSource = 40;
    private const int LongestTextVersion = 32;
    private const int OldestAge = 120;

    /// <summary>What a decoder puts where the bytes were of another encoding.</summary>
    private const char Unreadable = '\uFFFD';

    /// <summary>Clocks of websites and nodes may differ by so much.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private readonly RegisterOptions _options = options.Value;
    private readonly ulong _knownGroups = options.Value.KnownGroups;

    /// <summary>Looks at a sign-up.</summary>
    /// <param name="registration">The sign-up.</param>
    /// <param name="now">The time.</param>
    /// <param name="refusals">Every reason against it is added here.</param>
    /// <returns>The profile in its normal form, or null where there was a reason.</returns>
    public AcceptedProfile? Check(Registration registration, DateTimeOffset now, List<ParticipantRefusal> refusals)
    {
        if (!IsText(registration.Source, LongestSource))
        {
            refusals.Add(new(ParticipantRefusalCode.SourceInvalid, "/source"));
        }

        if (!Enum.IsDefined(registration.LegalBasis))
        {
            refusals.Add(new(ParticipantRefusalCode.LegalBasisUnknown, "/legalBasis"));
        }

        if (!Enum.IsDefined(registration.ConfirmedBy))
        {
            refusals.Add(new(ParticipantRefusalCode.ConfirmationMissing, "/confirmedBy"));
        }

        if (registration.Consent is null && registration.LegalBasis == LegalBasis.Consent)
        {
            refusals.Add(new(ParticipantRefusalCode.ConsentMissing, "/consent"));
        }
        else if (
            registration.Consent is { } consent
            && (!IsText(consent.TextVersion, LongestTextVersion) || consent.At > now + ClockDifference || consent.At.Year < 2000)
        )
        {
            refusals.Add(new(ParticipantRefusalCode.ConsentInvalid, "/consent"));
        }

        return Check(registration.Profile, now, refusals);
    }

    /// <summary>Looks at what somebody tells of themselves.</summary>
    /// <param name="profile">What they tell.</param>
    /// <param name="now">The time.</param>
    /// <param name="refusals">Every reason against it is added here.</param>
    /// <returns>The profile in its normal form, or null where there was a reason.</returns>
    public AcceptedProfile? Check(ParticipantProfile profile, DateTimeOffset now, List<ParticipantRefusal> refusals)
    {
        var before = refusals.Count;
        var name = Name(profile, refusals);
        var numbers = Phones(profile, refusals);
        var email = Email(profile, refusals);
        BirthYear(profile.BirthYear, now, refusals);
        if ((profile.TargetGroups & ~_knownGroups) != 0)
        {
            refusals.Add(new(ParticipantRefusalCode.TargetGroupUnknown, "/targetGroups"));
        }

        if (!Enum.IsDefined(profile.Language))
        {
            refusals.Add(new(ParticipantRefusalCode.LanguageUnknown, "/language"));
        }

        if (!Enum.IsDefined(profile.Kind))
        {
            refusals.Add(new(ParticipantRefusalCode.KindUnknown, "/kind"));
        }

        var locations = Locations(profile, numbers.Exists(phone => phone.IsMobile), refusals);
        return refusals.Count > before
            ? null
            : new AcceptedProfile(
                profile with
                {
                    Name = new PersonalText(name),
                    Phones = numbers.ConvertAll(phone => new PersonalText(phone.E164)),
                    Email = email is null ? null : new PersonalText(email),
                    Locations = locations,
                },
                numbers.Exists(phone => phone.IsPractice)
            );
    }

    /// <summary>A year of birth says nothing about the day: whoever may still be 15 is not accepted.</summary>
    /// <param name="birthYear">The year.</param>
    /// <param name="now">The time; the year is that of the Netherlands.</param>
    /// <param name="refusals">The reason against it is added here.</param>
    private static void BirthYear(int birthYear, DateTimeOffset now, List<ParticipantRefusal> refusals)
    {
        var age = DutchTime.At(now).Year - birthYear;
        if (age is < 0 or > OldestAge)
        {
            refusals.Add(new(ParticipantRefusalCode.BirthYearInvalid, "/birthYear"));
        }
        else if (age <= RegisterOptions.MinimumAge)
        {
            refusals.Add(new(ParticipantRefusalCode.TooYoung, "/birthYear"));
        }
    }

    private static string Name(ParticipantProfile profile, List<ParticipantRefusal> refusals)
    {
        var name = Normal(profile.Name.Value);
        if (name.Length == 0)
        {
            refusals.Add(new(ParticipantRefusalCode.NameMissing, "/name"));
        }
        else if (!IsText(name, LongestName))
        {
            refusals.Add(new(ParticipantRefusalCode.NameInvalid, "/name"));
        }

        return name;
    }

    private List<AcceptedPhone> Phones(ParticipantProfile profile, List<ParticipantRefusal> refusals)
    {
        var accepted = new List<AcceptedPhone>(profile.Phones.Count);
        if (profile.Phones.Count == 0)
        {
            refusals.Add(new(ParticipantRefusalCode.PhoneMissing, "/phones"));
        }
        else if (profile.Phones.Count > RegisterOptions.MostPhones)
        {
            refusals.Add(new(ParticipantRefusalCode.PhonesTooMany, "/phones"));
            return accepted;
        }

        for (var i = 0; i < profile.Phones.Count; i++)
        {
            var refusal = phones.Check(profile.Phones[i].Value ?? "", out var phone);
            refusal ??= accepted.Exists(other => other.E164 == phone.E164) ? ParticipantRefusalCode.PhoneRepeated : null;
            if (refusal is { } code)
            {
                refusals.Add(new(code, At("phones", i)));
            }
            else
            {
                accepted.Add(phone);
            }
        }

        return accepted;
    }

    private static string? Email(ParticipantProfile profile, List<ParticipantRefusal> refusals)
    {
        if (profile.Email is not { } text)
        {
            return null;
        }

        var email = EmailPolicy.Read(text.Value ?? "");
        if (email is null)
        {
            refusals.Add(new(ParticipantRefusalCode.EmailInvalid, "/email"));
        }

        return email;
    }

    private List<ParticipantLocation> Locations(ParticipantProfile profile, bool hasMobile, List<ParticipantRefusal> refusals)
    {
        var accepted = new List<ParticipantLocation>(profile.Locations.Count);
        if (profile.Locations.Count == 0)
        {
            refusals.Add(new(ParticipantRefusalCode.LocationMissing, "/locations"));
        }
        else if (profile.Locations.Count > RegisterOptions.MostLocations)
        {
            refusals.Add(new(ParticipantRefusalCode.LocationsTooMany, "/locations"));
            return accepted;
        }

        for (var i = 0; i < profile.Locations.Count; i++)
        {
            var location = profile.Locations[i];
            if (location.Number is < 1 or > RegisterOptions.MostLocations || accepted.Exists(other => other.Number == location.Number))
            {
                refusals.Add(new(ParticipantRefusalCode.LocationNumberInvalid, $"{At("locations", i)}/number"));
            }

            accepted.Add(Location(location, At("locations", i), refusals));
            Channels(location.Channels, profile.Email is not null, hasMobile, $"{At("locations", i)}/channels", refusals);
        }

        accepted.Sort((one, other) => one.Number.CompareTo(other.Number));
        return accepted;
    }

    private ParticipantLocation Location(ParticipantLocation location, string at, List<ParticipantRefusal> refusals)
    {
        var label = Normal(location.Label.Value);
        if (!IsText(label, LongestLabel))
        {
            refusals.Add(new(ParticipantRefusalCode.LabelInvalid, $"{at}/label"));
        }

        var (latitude, longitude) = (location.Point.Latitude, location.Point.Longitude);
        if (!(Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180))
        {
            refusals.Add(new(ParticipantRefusalCode.PointInvalid, $"{at}/point"));
        }
        else if (latitude < _options.South || latitude > _options.North || longitude < _options.West || longitude > _options.East)
        {
            refusals.Add(new(ParticipantRefusalCode.PointFarAway, $"{at}/point"));
        }

        var address = location.Address;
        if (address is not null && AddressPolicy.Check(address, out address) is { } code)
        {
            refusals.Add(new(code, $"{at}/address"));
        }

        return location with
        {
            Label = new PersonalText(label),
            Address = address,
        };
    }

    private static void Channels(ContactChannels channels, bool hasEmail, bool hasMobile, string at, List<ParticipantRefusal> refusals)
    {
        if (channels is <= ContactChannels.None or > ContactChannels.All)
        {
            refusals.Add(new(ParticipantRefusalCode.ChannelsInvalid, at));
            return;
        }

        if (channels.HasFlag(ContactChannels.Email) && !hasEmail)
        {
            refusals.Add(new(ParticipantRefusalCode.EmailNeeded, at));
        }

        if (channels.HasFlag(ContactChannels.Sms) && !hasMobile)
        {
            refusals.Add(new(ParticipantRefusalCode.MobileNeeded, at));
        }
    }

    private static bool IsText(string? text, int longest) =>
        text is { Length: > 0 }
        && text.Length <= longest
        && !string.IsNullOrWhiteSpace(text)
        && !text.Any(letter => char.IsControl(letter) || letter == Unreadable);

    private static string Normal(string? text)
    {
        var trimmed = (text ?? "").Trim();
        return IsWellFormed(trimmed) ? trimmed.Normalize(NormalizationForm.FormC) : Unreadable.ToString();
    }

    // Half a surrogate pair is no text.
    private static bool IsWellFormed(string text) =>
        !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"/{list}/{index}");
}
