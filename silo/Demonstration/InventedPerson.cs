using System.Globalization;
using System.Text;
using Burgernet.Cells;
using Burgernet.Participants;
using Burgernet.Practice;

namespace Burgernet.Silo.Demonstration;

/// <summary>Draws one person: who, by what and when they are reached, and where. Every draw is in a fixed order.</summary>
internal sealed class InventedPerson(InventedLandscape landscape, int index, Random random)
{
    private const int OldestYears = 90;
    private const int YoungestYears = 17;
    private const string PostcodeLetters = "ABCDEFGHJKLMNPRTVWXZ";

    // RFC 2606 §3: never anybody's.
    private static readonly string[] Domains = ["example.org", "example.com", "example.net"];

    private static readonly ContactChannels[] Channels =
    [
        ContactChannels.Voice,
        ContactChannels.Voice | ContactChannels.Sms,
        ContactChannels.Voice | ContactChannels.Sms,
        ContactChannels.Voice | ContactChannels.Sms | ContactChannels.Email,
        ContactChannels.Voice | ContactChannels.Email,
        ContactChannels.Sms,
    ];

    private static readonly WeeklyHours Daytime = Hours(new HoursWindow(DaysOfWeek.All, 8 * 60, 22 * 60));
    private static readonly WeeklyHours OfficeHours = Hours(new HoursWindow(DaysOfWeek.Weekdays, 8 * 60, 18 * 60));
    private static readonly WeeklyHours LateRisers = Hours(
        new HoursWindow(DaysOfWeek.Weekdays, 7 * 60, 23 * 60),
        new HoursWindow(DaysOfWeek.Weekend, 10 * 60, 60)
    );

    /// <summary>How the sign-up was confirmed; known once the profile was drawn.</summary>
    public ConfirmationMethod ConfirmedBy { get; private set; }

    /// <summary>Draws everything.</summary>
    /// <param name="year">The year of the sign-up.</param>
    public ParticipantProfile Profile(int year)
    {
        var given = InventedNames.Given[random.Next(InventedNames.Given.Length)];
        var family = InventedNames.Family[random.Next(InventedNames.Family.Length)];
        var email = Chance(0.62) ? $"{Ascii(given)}.{Ascii(family)}.{index}@{Domains[random.Next(Domains.Length)]}" : null;
        var second = Chance(0.12);
        ConfirmedBy =
            Chance(0.3) ? ConfirmationMethod.SignedCard
            : email is null ? ConfirmationMethod.SmsCode
            : ConfirmationMethod.EmailToken;
        return new ParticipantProfile
        {
            Name = (PersonalText)$"{given} {family}",
            Phones = second ? [Phone(index), Phone(index + InventedParticipants.Most)] : [Phone(index)],
            Email = email is null ? null : (PersonalText)email,
            Language = Chance(1 / 12.0) ? Language.English : Language.Dutch,
            BirthYear = year - random.Next(YoungestYears, OldestYears),
            Kind = Chance(0.01) ? ParticipantKind.Professional : ParticipantKind.Citizen,
            WantsArticles = Chance(0.4),
            Locations = Locations(email is not null),
        };
    }

    private List<ParticipantLocation> Locations(bool hasEmail)
    {
        var (place, home) = landscape.Home(random);
        var locations = new List<ParticipantLocation> { Location(1, "thuis", home, hasEmail, work: false) };
        for (var more = MoreLocations(); locations.Count <= more; )
        {
            var number = locations.Count + 1;
            var work = number == 2 && Chance(0.7);
            locations.Add(Location(number, Label(number, work), landscape.Near(place, random), hasEmail, work));
        }

        return locations;
    }

    // 1.41 locations each: 2.4 million for 1.7 million participants.
    private int MoreLocations() =>
        random.NextDouble() switch
        {
            < 0.7153 => 0,
            < 0.9003 => 1,
            < 0.9793 => 2,
            < 0.9943 => 3,
            _ => 4,
        };

    private static string Label(int number, bool work) =>
        work
            ? "werk"
            : number switch
            {
                2 => "ouders",
                3 => "sport",
                4 => "vereniging",
                _ => "tuin",
            };

    private ParticipantLocation Location(int number, string label, GeoPoint point, bool hasEmail, bool work)
    {
        var channels = Channels[random.Next(Channels.Length)];
        return new ParticipantLocation
        {
            Number = number,
            Label = (PersonalText)label,
            Point = point,
            Address = Chance(number == 1 ? 0.9 : 0.3) ? Address(point) : null,
            Channels = hasEmail ? channels : channels & ~ContactChannels.Email,
            Hours =
                work ? OfficeHours
                : Chance(0.72) ? WeeklyHours.Always
                : Chance(0.6) ? Daytime
                : LateRisers,
        };
    }

    private DutchAddress Address(GeoPoint point)
    {
        var postcode = string.Create(
            CultureInfo.InvariantCulture,
            $"{InventedLandscape.PostcodeOf(point)}{Letter()}{PostcodeLetters[random.Next(4)]}"
        );
        return new DutchAddress((PersonalText)postcode, random.Next(1, 200), Chance(0.06) ? (PersonalText)Letter().ToString() : null);
    }

    private char Letter() => PostcodeLetters[random.Next(PostcodeLetters.Length)];

    private bool Chance(double chance) => random.NextDouble() < chance;

    private static PersonalText Phone(int number) => (PersonalText)PracticeNumbers.Format(number);

    private static WeeklyHours Hours(params HoursWindow[] windows) =>
        WeeklyHours.TryCreate(windows, out var hours) ? hours : throw new InvalidOperationException("No hours");

    /// <summary>Letters without their marks: what a mailbox may be called anywhere.</summary>
    private static string Ascii(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
        }

        return text.ToString();
    }
}
