using System.Globalization;
using Burgernet.Participants;

namespace Burgernet.Kinds;

/// <summary>Hours of every day, by the Dutch wall clock, in which nobody is called.</summary>
/// <param name="From">When they begin.</param>
/// <param name="Until">When they end; on the next day where it is not after <paramref name="From"/>.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.quiet-hours")]
public sealed record QuietHours([property: Id(0)] TimeOnly From, [property: Id(1)] TimeOnly Until)
{
    /// <summary>Reads <c>22:00-08:00</c>.</summary>
    /// <returns>The hours, or null where the text is none, or says the whole day.</returns>
    public static QuietHours? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('-') is [var from, var until] && Clock(from) is { } begin && Clock(until) is { } end && begin != end
            ? new QuietHours(begin, end)
            : null;
    }

    /// <summary>Whether it is quiet at an instant.</summary>
    public bool Hold(DateTimeOffset instant)
    {
        var clock = TimeOnly.FromTimeSpan(DutchTime.At(instant).TimeOfDay);
        return From < Until ? clock >= From && clock < Until : clock >= From || clock < Until;
    }

    /// <summary>When they end, seen from an instant at which they hold. Exact also in the nights that are an hour shorter or longer.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset instant)
    {
        var day = TimeSpan.FromDays(1);
        var left = Until.ToTimeSpan() - DutchTime.At(instant).TimeOfDay;
        var end = instant + (left > TimeSpan.Zero ? left : left + day);

        // Where the clock was changed in between, it shows another time then.
        var off = Until.ToTimeSpan() - DutchTime.At(end).TimeOfDay;
        end += off.Duration() < day / 2 ? off : TimeSpan.Zero;
        return end.ToUniversalTime();
    }

    /// <summary>As it is written in settings: <c>22:00-08:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{Until:HH\\:mm}");

    private static TimeOnly? Clock(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : null;
}
