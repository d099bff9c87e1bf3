using System.Globalization;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Cells;
using Burgernet.Participants;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Participants;

/// <summary>Reads what somebody tells of themselves. What it means, and every reason against it at once, is the register's to say: here only what is no such JSON is refused.</summary>
internal sealed class ProfileReader(IOptionsMonitor<ApiOptions> options)
{
    /// <summary>The most bytes of a body.</summary>
    public const int MaxBytes = 65_536;

    /// <summary>The members of a profile.</summary>
    public static readonly string[] Members =
    [
        "name",
        "phones",
        "email",
        "language",
        "birthYear",
        "kind",
        "targetGroups",
        "wantsArticles",
        "locations",
    ];

    /// <summary>A bit that no group has: the register refuses it.</summary>
    private const int NoGroup = -1;

    /// <summary>Reads it.</summary>
    /// <param name="fields">The object that holds its members.</param>
    /// <param name="problems">Where problems go; what is returned is of no use when there are any.</param>
    public ParticipantProfile Read(JsonFields fields, ProblemSink problems) =>
        new()
        {
            Name = new PersonalText(fields.Text("name") ?? ""),
            Phones = [.. fields.Texts("phones").Select(phone => new PersonalText(phone))],
            Email = fields.Text("email") is { } email ? new PersonalText(email) : null,
            Language = ParticipantWords.Languages.CodeOf(fields.Text("language") ?? "nl", (Language)(-1)),
            BirthYear = fields.WholeNumber("birthYear") ?? 0,
            Kind = ParticipantWords.Kinds.CodeOf(fields.Text("kind") ?? "citizen", (ParticipantKind)(-1)),
            TargetGroups = Groups(fields, problems),
            WantsArticles = fields.Flag("wantsArticles"),
            Locations =
            [
                .. fields
                    .Objects("locations", "number", "label", "point", "address", "channels", "hours")
                    .Select((location, i) => Location(location, i, problems)),
            ],
        };

    private ulong Groups(JsonFields fields, ProblemSink problems)
    {
        var mask = 0UL;
        foreach (var id in fields.Texts("targetGroups"))
        {
            var bit = options.CurrentValue.TargetGroups.FirstOrDefault(group => group.Id == id)?.Bit ?? NoGroup;
            if (bit == NoGroup)
            {
                problems.Add(ParticipantReasons.Of(ParticipantRefusalCode.TargetGroupUnknown), fields.PathOf("targetGroups"));
            }
            else
            {
                mask |= 1UL << bit;
            }
        }

        return mask;
    }

    private static ParticipantLocation Location(JsonFields fields, int index, ProblemSink problems) =>
        new()
        {
            Number = fields.WholeNumber("number") ?? index + 1,
            Label = new PersonalText(fields.Text("label") ?? ""),
            Point = Point(fields),
            Address = Address(fields),
            Channels = fields
                .Texts("channels")
                .Aggregate(ContactChannels.None, (all, word) => all | ParticipantWords.Channels.CodeOf(word, (ContactChannels)(1 << 30))),
            Hours = Hours(fields, problems),
        };

    private static GeoPoint Point(JsonFields parent)
    {
        var fields = parent.RequiredObject("point", "latitude", "longitude");
        return new GeoPoint(fields?.RequiredNumber("latitude") ?? 0, fields?.RequiredNumber("longitude") ?? 0);
    }

    private static DutchAddress? Address(JsonFields parent)
    {
        if (!parent.Has("address") || parent.RequiredObject("address", "postcode", "houseNumber", "addition") is not { } fields)
        {
            return null;
        }

        return new DutchAddress(
            new PersonalText(fields.Text("postcode") ?? ""),
            fields.WholeNumber("houseNumber") ?? 0,
            fields.Text("addition") is { } addition ? new PersonalText(addition) : null
        );
    }

    private static WeeklyHours Hours(JsonFields parent, ProblemSink problems)
    {
        if (!parent.Has("hours"))
        {
            return WeeklyHours.Always;
        }

        var windows = parent
            .Objects("hours", "days", "from", "until")
            .Select(fields => new HoursWindow(
                fields
                    .Texts("days")
                    .Aggregate(DaysOfWeek.None, (all, word) => all | ParticipantWords.Days.CodeOf(word, (DaysOfWeek)(1 << 30))),
                Minute(fields.Text("from")),
                Minute(fields.Text("until"))
            ))
            .ToArray();
        if (!WeeklyHours.TryCreate(windows, out var hours))
        {
            problems.Add(ParticipantReasons.HoursInvalid, parent.PathOf("hours"));
        }

        return hours;
    }

    /// <summary>The minute of the day of <c>08:30</c>, 0 to 1440; -1 where it is none.</summary>
    private static int Minute(string? clock) =>
        clock == "24:00" ? HoursWindow.MinutesADay
        : TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute
        : -1;
}
