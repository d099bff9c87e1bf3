namespace Burgernet.Grains.Imports;

/// <summary>Splits a stream of bytes into lines, whatever the pieces it comes in. A line is a record: a field holds no line break here (RFC 4180 §2.6 would let it), so that
/// a quote that was never closed costs one line, not the rest of the file.</summary>
/// <param name="longestLine">The most bytes of a line; a longer one is let go as it comes and only counted.</param>
/// <param name="batchBytes">A batch is given out once it holds so many bytes.</param>
internal sealed class CsvLines(int longestLine, int batchBytes)
{
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    // UTF-8's byte order mark, EF BB BF; it comes before the first line or nowhere.
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private byte[] _bytes = new byte[batchBytes + longestLine + 1];
    private List<CsvLine> _lines = [];
    private int _start;
    private int _end;
    private long _number = 1;
    private bool _tooLong;

    /// <summary>Takes the next piece.</summary>
    /// <param name="piece">Any number of bytes.</param>
    /// <param name="batches">Full batches are added here.</param>
    public void Append(ReadOnlySpan<byte> piece, List<CsvBatch> batches)
    {
        while (!piece.IsEmpty)
        {
            var at = piece.IndexOf(LineFeed);
            Keep(at < 0 ? piece : piece[..at]);
            if (at < 0)
            {
                return;
            }

            piece = piece[(at + 1)..];
            EndLine(CsvLineEnd.Break);
            if (_end >= batchBytes)
            {
                batches.Add(Take());
            }
        }
    }

    /// <summary>The file has ended.</summary>
    /// <param name="batches">What is left is added here.</param>
    public void Complete(List<CsvBatch> batches)
    {
        if (_tooLong || _end > _start)
        {
            EndLine(CsvLineEnd.File);
        }

        if (_lines.Count > 0)
        {
            batches.Add(Take());
        }
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        // One more than the longest line: its carriage return does not count.
        if (_tooLong || part.Length > longestLine + 1 - (_end - _start))
        {
            _tooLong = true;
            _end = _start;
            return;
        }

        part.CopyTo(_bytes.AsSpan(_end));
        _end += part.Length;
    }

    private void EndLine(CsvLineEnd end)
    {
        var line = _bytes.AsSpan(_start, _end - _start);
        if (_number == 1 && line.StartsWith(Mark))
        {
            _start += Mark.Length;
        }

        if (end == CsvLineEnd.Break && line.EndsWith([CarriageReturn]))
        {
            _end--;
        }

        var length = _end - _start;
        if (_tooLong || length > longestLine)
        {
            _lines.Add(new CsvLine(_number, _start, 0, CsvLineEnd.TooLong));
            _end = _start;
        }
        else if (length > 0)
        {
            _lines.Add(new CsvLine(_number, _start, length, end));
        }

        _start = _end;
        _tooLong = false;
        _number++;
    }

    private CsvBatch Take()
    {
        var batch = new CsvBatch(_bytes.AsMemory(0, _end), _lines);
        _bytes = new byte[_bytes.Length];
        _lines = [];
        (_start, _end) = (0, 0);
        return batch;
    }
}
