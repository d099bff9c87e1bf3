using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Practice;

/// <summary>What the practice phones got, put together from segments; the last so many. Used under the centre's lock.</summary>
/// <param name="time">Clock.</param>
/// <param name="size">Messages kept.</param>
internal sealed class PracticeSmsInbox(TimeProvider time, int size)
{
    // Longer than any sender takes between two parts, shorter than anybody's patience in a training.
    private static readonly TimeSpan PatienceForParts = TimeSpan.FromMinutes(5);

    private readonly MessageAssembler _assembler = new(time, PatienceForParts);
    private readonly Queue<PracticeInboxEntry> _entries = new();

    /// <summary>Takes a segment.</summary>
    /// <param name="message">It.</param>
    /// <returns>The message that is whole by it, or null.</returns>
    public PracticeInboxEntry? Take(in MessagePdu message)
    {
        if (size == 0)
        {
            return null;
        }

        while (_assembler.TakeLate() is { } late)
        {
            // Its segments reached their ends long ago, or will without this message.
            _ = Keep(late, PracticeSmsState.Delivered, time.GetUtcNow());
        }

        return _assembler.Take(message) is { } whole ? Keep(whole, PracticeSmsState.Waiting, null) : null;
    }

    /// <summary>All messages, oldest first.</summary>
    public PracticeSms[] Snapshot() => [.. _entries.Select(static entry => entry.Sms)];

    private PracticeInboxEntry Keep(AssembledMessage message, PracticeSmsState state, DateTimeOffset? ended)
    {
        var sms = new PracticeSms(
            PracticeSmsAddress.Number(message.Destination),
            PracticeSmsAddress.Shown(message.Source),
            message.Text,
            message.Segments,
            time.GetUtcNow(),
            state,
            ended
        );
        var entry = new PracticeInboxEntry(sms);
        _entries.Enqueue(entry);
        if (_entries.Count > size)
        {
            _ = _entries.Dequeue();
        }

        return entry;
    }
}
