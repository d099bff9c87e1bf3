using System.Globalization;
using Burgernet.Dialing;

namespace Burgernet.Silo.Storage;

/// <summary>A place in a list of deliveries, nearest first: everything up to and including one was read.</summary>
/// <param name="Band">Its distance band.</param>
/// <param name="ParticipantId">Whose, of that band.</param>
/// <param name="Message">Which message of theirs.</param>
/// <param name="Channel">By which medium.</param>
internal readonly record struct DeliveryCursor(int Band, Guid ParticipantId, int Message, string Channel)
{
    /// <summary>Beyond every medium: of cursors from before there were several.</summary>
    private const string Beyond = "~";

    /// <summary>From its text; the start for null.</summary>
    /// <exception cref="FormatException">Not the text of a cursor.</exception>
    public static DeliveryCursor Parse(string? text) =>
        text is null ? new DeliveryCursor(-1, Guid.Empty, 0, "")
        : text.Split('.') is [var band, var id, var message, .. var rest]
        && rest.Length <= 1
        && int.TryParse(band, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Guid.TryParseExact(id, "D", out var participant)
        && short.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? new DeliveryCursor(number, participant, which, rest is [var channel] ? channel : Beyond)
        : throw new FormatException("Not a place in a list of deliveries");

    /// <summary>The place after a delivery.</summary>
    public static DeliveryCursor After(DeliveryView delivery) =>
        new(delivery.Band, delivery.ParticipantId, delivery.Message, StoredCodes.Of(delivery.Medium));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Band}.{ParticipantId:D}.{Message}.{Channel}");
}
