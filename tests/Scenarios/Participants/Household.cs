using Burgernet.Cells;
using Burgernet.Participants;
using Burgernet.Practice;

namespace Burgernet.Tests.Scenarios.Participants;

/// <summary>Somebody who signs up, and the places that they may move between: each in a cell of its own.</summary>
internal static class Household
{
    private static readonly GeoPoint[] Points =
    [
        new(52.2551, 6.1639),
        new(52.2680, 6.1900),
        new(52.2410, 6.2050),
        new(52.5168, 6.0830),
        new(51.9244, 4.4777),
    ];

    /// <summary>How many places there are.</summary>
    public static int Places => Points.Length;

    /// <summary>A sign-up that is confirmed already.</summary>
    public static Registration Registration(int number, params int[] places) =>
        new()
        {
            Profile = Profile(number, places),
            Source = "card",
            LegalBasis = LegalBasis.PublicTask,
            ConfirmedBy = ConfirmationMethod.SignedCard,
        };

    /// <summary>Lives at these places.</summary>
    public static ParticipantProfile Profile(int number, params int[] places) =>
        new()
        {
            Name = new PersonalText($"Persoon {number}"),
            Phones = [new PersonalText(PracticeNumbers.Format(number))],
            BirthYear = 1970,
            Locations =
            [
                .. places.Select(
                    (place, i) =>
                        new ParticipantLocation
                        {
                            Number = i + 1,
                            Label = new PersonalText("Thuis"),
                            Point = Points[place],
                            Channels = ContactChannels.Voice,
                        }
                ),
            ],
        };

    /// <summary>A new operation of a manager.</summary>
    public static ParticipantOperation Operation() => new(Guid.NewGuid(), ChangeRole.Manager, "relatie-1");
}
