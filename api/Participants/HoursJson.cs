using System.Globalization;
using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>A time of the day on some days, by the Dutch wall clock.</summary>
/// <param name="Days">mo, tu, we, th, fr, sa, su: the days on which it begins.</param>
/// <param name="From">When it begins, 08:00.</param>
/// <param name="Until">When it ends, at most 24:00; when not after from, of the next day.</param>
public sealed record HoursJson(IReadOnlyList<string> Days, string From, string Until)
{
    internal static HoursJson Of(HoursWindow window) =>
        new(ParticipantWords.Days.WordsOf(window.Days), Clock(window.FromMinute), Clock(window.UntilMinute));

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}:{minute % 60:D2}");
}
