using System.Globalization;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Sms;
using Burgernet.Sms;

namespace Burgernet.Silo.Storage;

/// <summary>A place in the list of messages that fit no action: everything up to and including one was read.</summary>
/// <param name="Rank">0 for who asked for help, 1 for the others.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Id">Which of those of that instant.</param>
internal readonly record struct InboxCursor(int Rank, DateTimeOffset ReceivedAt, Guid Id)
{
    /// <summary>The place of a message.</summary>
    public InboxCursor(StoredSms message)
        : this(message.Decision?.Meaning == SmsMeaning.Help ? 0 : 1, message.ReceivedAt, message.Id) { }

    /// <summary>From its text; the start for null.</summary>
    /// <exception cref="FormatException">Not the text of a cursor.</exception>
    public static InboxCursor Parse(string? text) =>
        text is null ? new InboxCursor(-1, DateTimeOffset.UnixEpoch, Guid.Empty)
        : text.Split('.') is [var rank, var time, var id]
        && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= 1
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && microseconds < HashChain.Microseconds(DateTimeOffset.MaxValue)
        && Guid.TryParseExact(id, "D", out var message)
            ? new InboxCursor(number, HashChain.Time(microseconds), message)
        : throw new FormatException("Not a place in a list of messages");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}.{HashChain.Microseconds(ReceivedAt)}.{Id:D}");
}
