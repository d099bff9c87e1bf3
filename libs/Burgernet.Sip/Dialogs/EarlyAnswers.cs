using Burgernet.Sip.Media;

namespace Burgernet.Sip.Dialogs;

/// <summary>Answers that came in provisional responses, the last of each early dialog (RFC 3261 §12.1, §13.2.1), for a 2xx that does not repeat its own.</summary>
internal sealed class EarlyAnswers
{
    /// <summary>A bound on what a peer can make us remember; beyond it the oldest is forgotten.</summary>
    public const int Most = 8;

    private readonly List<(ulong Tag, SdpAudio Answer)> _all = [];

    /// <summary>Takes note of one.</summary>
    /// <param name="tag">Hash of the To tag, which names the early dialog.</param>
    /// <param name="answer">What it says.</param>
    public void Learn(ulong tag, in SdpAudio answer)
    {
        var known = IndexOf(tag);
        if (known >= 0)
        {
            _all.RemoveAt(known);
        }
        else if (_all.Count == Most)
        {
            _all.RemoveAt(0);
        }

        _all.Add((tag, answer));
    }

    /// <summary>That of a dialog.</summary>
    public bool TryFind(ulong tag, out SdpAudio answer)
    {
        var known = IndexOf(tag);
        answer = known < 0 ? default : _all[known].Answer;
        return known >= 0;
    }

    public void Clear() => _all.Clear();

    private int IndexOf(ulong tag)
    {
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[i].Tag == tag)
            {
                return i;
            }
        }

        return -1;
    }
}
