using System.Text;

namespace Burgernet.Grains.Imports;

/// <summary>The fields of one line. Use it again for the next line: it keeps its memory.</summary>
/// <remarks>RFC 4180 §2.5–2.7: a field may stand in quotes, and a quote within is doubled. A quote within a field that does not begin with one is a quote.</remarks>
internal sealed class CsvFields
{
    private const byte Quote = (byte)'"';

    private readonly List<(int Start, int Length, bool Doubled)> _fields = [];
    private byte[] _line = [];

    /// <summary>How many there are.</summary>
    public int Count => _fields.Count;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public CsvFault? Read(ReadOnlySpan<byte> line, byte delimiter)
    {
        _fields.Clear();
        if (_line.Length < line.Length)
        {
            _line = new byte[Math.Max(line.Length, 2 * _line.Length)];
        }

        line.CopyTo(_line);
        for (var at = 0; ; at++)
        {
            var rest = line[at..];
            if (rest.IsEmpty || rest[0] != Quote)
            {
                var length = rest.IndexOf(delimiter);
                length = length < 0 ? rest.Length : length;
                _fields.Add((at, length, Doubled: false));
                at += length;
            }
            else
            {
                var (length, doubled) = Quoted(rest[1..]);
                if (length < 0)
                {
                    return CsvFault.QuoteNotClosed;
                }

                _fields.Add((at + 1, length, doubled));
                at += length + 2;
                if (at < line.Length && line[at] != delimiter)
                {
                    return CsvFault.TextAfterQuote;
                }
            }

            if (at >= line.Length)
            {
                return null;
            }
        }
    }

    /// <summary>The text of a field without white space around it; empty where it is empty.</summary>
    public string Text(int field)
    {
        var (start, length, doubled) = _fields[field];
        if (length == 0)
        {
            return "";
        }

        var text = Encoding.UTF8.GetString(_line, start, length);
        return (doubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text).Trim();
    }

    /// <summary>The bytes of a field as they stand, doubled quotes and all.</summary>
    public ReadOnlySpan<byte> Raw(int field) => _line.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <summary>How long the quoted field is up to its closing quote, or −1 where there is none.</summary>
    private static (int Length, bool Doubled) Quoted(ReadOnlySpan<byte> text)
    {
        var doubled = false;
        for (var at = 0; at < text.Length; at++)
        {
            var quote = text[at..].IndexOf(Quote);
            if (quote < 0)
            {
                break;
            }

            at += quote;
            if (at + 1 >= text.Length || text[at + 1] != Quote)
            {
                return (at, doubled);
            }

            doubled = true;
            at++;
        }

        return (-1, doubled);
    }
}
