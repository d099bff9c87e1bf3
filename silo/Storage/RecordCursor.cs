using System.Globalization;
using Burgernet.Grains.Dossier;

namespace Burgernet.Silo.Storage;

/// <summary>A place in a list of deliveries with all their messages, nearest first: everything up to and including one was read.</summary>
/// <param name="Band">Its distance band.</param>
/// <param name="ParticipantId">Which of that band.</param>
/// <param name="Message">Which message to them.</param>
/// <param name="Channel">By which channel.</param>
internal readonly record struct RecordCursor(int Band, Guid ParticipantId, int Message, string Channel)
{
    /// <summary>From its text; the start for null.</summary>
    /// <exception cref="FormatException">Not the text of a cursor.</exception>
    public static RecordCursor Parse(string? text) =>
        text is null ? new RecordCursor(-1, Guid.Empty, 0, "")
        : text.Split('.') is [var band, var id, var message, var channel]
        && int.TryParse(band, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Guid.TryParseExact(id, "D", out var participant)
        && int.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? new RecordCursor(number, participant, which, channel)
        : throw new FormatException("Not a place in a list of deliveries");

    /// <summary>A page of what was found, one more than it may hold having been asked for.</summary>
    public static FoundDeliveries Page(List<FoundDelivery> found, int limit)
    {
        if (found.Count <= limit)
        {
            return new FoundDeliveries(found, null);
        }

        found.RemoveAt(limit);
        var (participant, last) = found[^1];
        return new FoundDeliveries(found, new RecordCursor(last.Band, participant, last.Message, last.Channel).ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Band}.{ParticipantId:D}.{Message}.{Channel}");
}
