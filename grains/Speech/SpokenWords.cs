using System.Text;

namespace Burgernet.Grains.Speech;

/// <summary>What is said, as it is put together: words with one space between them, and never two marks in a row.</summary>
internal sealed class SpokenWords
{
    private readonly StringBuilder _said = new();

    /// <summary>The word before, in lower case; empty at the beginning and after a mark.</summary>
    public string LastWord
    {
        get
        {
            var text = _said.ToString();
            return text.Length > 0 && IsMark(text[^1]) ? "" : text[(text.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        }
    }

    /// <summary>Adds words; marks may stand in them.</summary>
    public void Say(string words)
    {
        if (words.Length > 0)
        {
            _said.Append(_said.Length == 0 ? "" : " ").Append(words);
        }
    }

    /// <summary>Adds a mark: of several in a row the strongest stays.</summary>
    public void Pause(char mark)
    {
        if (_said.Length == 0)
        {
            return;
        }

        if (!IsMark(_said[^1]))
        {
            _said.Append(mark);
        }
        else if (_said[^1] == ',')
        {
            _said[^1] = mark;
        }
    }

    public override string ToString() => _said.ToString();

    private static bool IsMark(char c) => c is ',' or '.' or '?' or '!';
}
