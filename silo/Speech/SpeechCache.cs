using Burgernet.Grains.Speech;

namespace Burgernet.Silo.Speech;

/// <summary>What was spoken last, so that listening and drafting speak once. In memory, of bounded size; whoever was asked for longest ago goes first.</summary>
/// <param name="mostBytes">Bytes of sound.</param>
internal sealed class SpeechCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, SpeechOutcome Sound)>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, SpeechOutcome Sound)> _latestFirst = new();
    private long _bytes;

    /// <summary>A sound, or null.</summary>
    public SpeechOutcome? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Sound;
        }
    }

    /// <summary>Keeps a sound.</summary>
    public void Keep(string key, SpeechOutcome sound)
    {
        lock (_lock)
        {
            if (_byKey.ContainsKey(key))
            {
                return;
            }

            _byKey.Add(key, _latestFirst.AddFirst((key, sound)));
            _bytes += sound.Wave.Length;
            while (_bytes > mostBytes && _latestFirst.Last is { } oldest)
            {
                _latestFirst.RemoveLast();
                _byKey.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Sound.Wave.Length;
            }
        }
    }
}
