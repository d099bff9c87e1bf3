using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>When somebody may be called. Pure.</summary>
internal static class PersonalHours
{
    private const int DaysAhead = 8;

    /// <summary>When they may be called next at any of their places: now, or when the next of their windows begins; null where they are not to be reached so.</summary>
    /// <remarks>In the nights in which the clock is changed it may be an hour early; whoever comes then asks again.</remarks>
    /// <param name="places">All their places.</param>
    /// <param name="now">The time.</param>
    /// <param name="channel">By what they are to be reached.</param>
    public static DateTimeOffset? Next(
        IEnumerable<Subscription> places,
        DateTimeOffset now,
        ContactChannels channel = ContactChannels.Voice
    )
    {
        DateTimeOffset? next = null;
        foreach (var place in places.Where(place => (place.Channels & channel) != ContactChannels.None))
        {
            if (place.Hours.IsOpen(now))
            {
                return now;
            }

            foreach (var window in place.Hours.Windows)
            {
                var begins = Begin(window, now);
                next = next is null || begins < next ? begins : next;
            }
        }

        return next;
    }

    private static DateTimeOffset Begin(HoursWindow window, DateTimeOffset now)
    {
        var local = DutchTime.At(now);
        for (var day = 0; day < DaysAhead; day++)
        {
            var begins = local.Date.AddDays(day).AddMinutes(window.FromMinute);
            var weekday = (DaysOfWeek)(1 << (((int)begins.DayOfWeek + 6) % 7));
            if ((window.Days & weekday) != DaysOfWeek.None && begins > local.DateTime)
            {
                return OfDutchClock(begins, local.Offset);
            }
        }

        // Every window has a day, so this is not reached; if it were, to ask again in a minute is harmless.
        return now + TimeSpan.FromMinutes(1);
    }

    /// <summary>The instant at which Dutch clocks show a time, seen from one with this offset.</summary>
    private static DateTimeOffset OfDutchClock(DateTime clock, TimeSpan offset)
    {
        var guess = new DateTimeOffset(clock, offset);
        return new DateTimeOffset(clock, DutchTime.At(guess).Offset).ToUniversalTime();
    }
}
