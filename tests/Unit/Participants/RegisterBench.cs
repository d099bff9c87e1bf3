using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Practice;

namespace Burgernet.Tests.Unit.Participants;

/// <summary>Policies of the register on the bench, and somebody to try them on.</summary>
internal static class RegisterBench
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static RegisterOptions Options { get; } =
        new()
        {
            DeniedNumbers = { "+31570999", "+31612345678" },
            TargetGroups =
            {
                new TargetGroupOptions
                {
                    Bit = 0,
                    Id = "staff",
                    Dutch = "Medewerkers",
                    English = "Staff",
                },
                new TargetGroupOptions
                {
                    Bit = 63,
                    Id = "partners",
                    Dutch = "Partners",
                    English = "Partners",
                },
            },
        };

    public static PhonePolicy Phones(bool practiceAllowed = true) =>
        new(Microsoft.Extensions.Options.Options.Create(Options), new Block(practiceAllowed));

    public static ProfilePolicy Profiles { get; } = new(Microsoft.Extensions.Options.Options.Create(Options), Phones());

    public static ParticipantProfile Profile { get; } =
        new()
        {
            Name = new PersonalText("Fatima de Vries"),
            Phones = [new PersonalText("06 2000 0001"), new PersonalText("0570-123456")],
            Email = new PersonalText("Fatima@Voorbeeld.nl"),
            Language = Language.Dutch,
            BirthYear = 1980,
            TargetGroups = 1,
            WantsArticles = true,
            Locations =
            [
                new ParticipantLocation
                {
                    Number = 1,
                    Label = new PersonalText("Thuis"),
                    Point = new GeoPoint(52.2551, 6.1639),
                    Address = new DutchAddress(new PersonalText("7411 kt"), 12, new PersonalText("bis")),
                    Channels = ContactChannels.All,
                },
                new ParticipantLocation
                {
                    Number = 2,
                    Label = new PersonalText("Werk"),
                    Point = new GeoPoint(52.5168, 6.0830),
                    Channels = ContactChannels.Voice,
                },
            ],
        };

    public static Registration Registration { get; } =
        new()
        {
            Profile = Profile,
            Source = "website",
            LegalBasis = LegalBasis.Consent,
            Consent = new Consent(Now, "2026-01"),
        };

    /// <summary>What is refused, as <c>code</c> or <c>code /field</c>.</summary>
    public static string Refusals(ParticipantProfile profile, DateTimeOffset? now = null)
    {
        var refusals = new List<ParticipantRefusal>();
        Profiles.Check(profile, now ?? Now, refusals);
        return string.Join(' ', refusals.Select(refusal => $"{refusal.Code} {refusal.Field}".Trim()));
    }

    public static AcceptedProfile Accepted(ParticipantProfile profile) =>
        Profiles.Check(profile, Now, []) ?? throw new InvalidOperationException(Refusals(profile));

    private sealed class Block(bool allowed) : IPracticeNumbers
    {
        public bool Allowed => allowed;

        public bool IsPractice(ReadOnlySpan<char> e164) => PracticeNumbers.TryGetIndex(e164, out _);
    }
}
