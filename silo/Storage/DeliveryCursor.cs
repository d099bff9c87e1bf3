using System.Globalization;

namespace Burgernet.Silo.Storage;

/// <summary>A place in a list of deliveries, nearest first: everything up to and including one was read.</summary>
/// <param name="Band">Its distance band.</param>
/// <param name="ParticipantId">Which of that band.</param>
internal readonly record struct DeliveryCursor(int Band, Guid ParticipantId)
{
    /// <summary>From its text; the start for null.</summary>
    /// <exception cref="FormatException">Not the text of a cursor.</exception>
    public static DeliveryCursor Parse(string? text) =>
        text is null ? new DeliveryCursor(-1, Guid.Empty)
        : text.Split('.') is [var band, var id]
        && int.TryParse(band, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Guid.TryParseExact(id, "D", out var participant)
            ? new DeliveryCursor(number, participant)
        : throw new FormatException("Not a place in a list of deliveries");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Band}.{ParticipantId:D}");
}
