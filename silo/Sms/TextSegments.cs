using Burgernet.Smpp.Text;

namespace Burgernet.Silo.Sms;

/// <summary>Texts cut into SMS, each cut once: many people get the same.</summary>
/// <param name="method">How long ones are cut.</param>
internal sealed class TextSegments(SegmentMethod method)
{
    private const int Kept = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyList<MessageSegment>> _texts = new(StringComparer.Ordinal);
    private readonly SegmentOptions _options = new() { Method = method };
    private ushort _reference;

    /// <summary>The SMS of a text; null where it has too many.</summary>
    public IReadOnlyList<MessageSegment>? Cut(string text)
    {
        lock (_lock)
        {
            if (_texts.TryGetValue(text, out var segments))
            {
                return segments;
            }

            if (SegmentCounter.Measure(text, _options).Segments > _options.MaxSegments)
            {
                return null;
            }

            if (_texts.Count >= Kept)
            {
                _texts.Clear();
            }

            // Texts that reach the same handset at the same time need numbers that differ.
            return _texts[text] = MessageSegments.Cut(text, ++_reference, _options);
        }
    }
}
