using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Tests.Sealed;

/// <summary>People for tests, sealed as the register seals everybody, under keys that every test has.</summary>
internal static class SealedPeople
{
    /// <summary>The keys.</summary>
    public static RegisterKeys Keys { get; } =
        new([new MasterKey("test", [.. Enumerable.Range(0, 32).Select(i => (byte)i)])], new byte[32]);

    /// <summary>What seals and opens them.</summary>
    public static PersonalSeal Seal { get; } = new(Keys);

    /// <summary>Makes their rows.</summary>
    public static ParticipantRows Rows { get; } = new(Seal, new NoBorders());

    /// <summary>Somebody active with one phone, a mail address or none, and one location where only voice is wanted. Any number will do: no policy looks at it.</summary>
    public static ParticipantRow Row(
        Guid id,
        string phone,
        GeoPoint point,
        DateTimeOffset now,
        Language language = Language.Dutch,
        string? email = null
    )
    {
        var profile = new ParticipantProfile
        {
            Name = new PersonalText("Iemand"),
            Phones = [new PersonalText(phone)],
            Email = email is null ? null : new PersonalText(email),
            Language = language,
            BirthYear = 1980,
            Locations =
            [
                new ParticipantLocation
                {
                    Number = 1,
                    Label = new PersonalText("Thuis"),
                    Point = point,
                    Channels = ContactChannels.Voice,
                },
            ],
        };
        var registration = new Registration
        {
            Profile = profile,
            Source = "test",
            LegalBasis = LegalBasis.PublicTask,
            ConfirmedBy = ConfirmationMethod.SignedCard,
        };
        return Rows.Create(id, registration, new AcceptedProfile(profile, HasPracticeNumber: false), now);
    }

    private sealed class NoBorders : IBorders
    {
        public BorderCodes Find(GeoPoint point) => BorderCodes.Unknown;
    }
}
