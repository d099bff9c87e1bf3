using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Text;

/// <summary>Puts the segments of incoming messages together, in whatever order they come. One thread at a time.</summary>
/// <param name="time">Clock.</param>
/// <param name="limit">How long the rest of a message may take after its first segment; what has come by then is given out, with its gaps marked.</param>
/// <param name="capacity">Most messages that wait for their rest; the oldest is given up for a new one.</param>
public sealed class MessageAssembler(TimeProvider time, TimeSpan limit, int capacity = 10_000)
{
    private const string Gap = "…";

    private readonly Dictionary<Key, Parts> _waiting = [];
    private readonly LinkedList<Parts> _byAge = new();

    /// <summary>Messages that wait for their rest.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Messages given up for new ones, their text lost.</summary>
    public long Evicted { get; private set; }

    /// <summary>Takes a message or a segment of one.</summary>
    /// <param name="message">deliver_sm, or submit_sm at an SMSC.</param>
    /// <returns>The whole message where this was all of it or the last of it; null where more must come, or where it came before.</returns>
    public AssembledMessage? Take(in MessagePdu message)
    {
        var text = MessageText.Decode(message, out var header);
        var (source, destination) = (message.Source.ToAddress(), message.Destination.ToAddress());
        var part = header.IsCut
            ? new Part(header.Reference, header.Total, header.Number, header.IsWide ? SegmentMethod.Header16 : SegmentMethod.Header8)
            : Sar(message.Tlvs);
        if (part.Total <= 1)
        {
            return new AssembledMessage(source, destination, text, 1);
        }

        var key = new Key(source, destination, part.Reference, part.Total, part.Method);
        if (!_waiting.TryGetValue(key, out var parts))
        {
            MakeRoom();
            parts = new Parts(key, time.GetTimestamp());
            _waiting.Add(key, parts);
            parts.Node = _byAge.AddLast(parts);
        }

        if (parts.Texts[part.Number - 1] is not null)
        {
            return null;
        }

        parts.Texts[part.Number - 1] = text;
        return ++parts.Count == part.Total ? Remove(parts) : null;
    }

    /// <summary>Gives out one message whose time is over, gaps marked by an ellipsis. To be called until it gives null, every now and then.</summary>
    public AssembledMessage? TakeLate() =>
        _byAge.First is { } oldest && time.GetElapsedTime(oldest.Value.Began) >= limit ? Remove(oldest.Value) : null;

    private static Part Sar(TlvList tlvs) =>
        tlvs.TryFindNumber(TlvTag.SarMsgRefNum, out var reference)
        && tlvs.TryFindNumber(TlvTag.SarTotalSegments, out var total)
        && tlvs.TryFindNumber(TlvTag.SarSegmentSeqnum, out var number)
        && total <= byte.MaxValue
        && number >= 1
        && number <= total
            ? new Part((ushort)reference, (byte)total, (byte)number, SegmentMethod.Sar)
            : default;

    private void MakeRoom()
    {
        if (_waiting.Count >= capacity && _byAge.First is { } oldest)
        {
            Evicted++;
            Remove(oldest.Value);
        }
    }

    private AssembledMessage Remove(Parts parts)
    {
        _waiting.Remove(parts.Key);
        _byAge.Remove(parts.Node!);
        var text = string.Concat(parts.Texts.Select(static text => text ?? Gap));
        return new AssembledMessage(parts.Key.Source, parts.Key.Destination, text, parts.Count);
    }

    private readonly record struct Part(ushort Reference, byte Total, byte Number, SegmentMethod Method);

    private readonly record struct Key(SmppAddress Source, SmppAddress Destination, ushort Reference, byte Total, SegmentMethod Method);

    private sealed class Parts(Key key, long began)
    {
        public Key Key => key;

        public long Began => began;

        public string?[] Texts { get; } = new string?[key.Total];

        public int Count { get; set; }

        public LinkedListNode<Parts>? Node { get; set; }
    }
}
