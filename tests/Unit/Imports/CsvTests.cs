using System.Text;
using Burgernet.Grains.Imports;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Imports;

/// <summary>Bytes into lines, lines into fields.</summary>
public sealed class CsvTests
{
    private const int Longest = 40;
    private const byte Comma = (byte)',';

    private const string File = "\ufeffname,phone\r\nJan,\"0570 \"\"12\"\"\"\n\nZoë,06\r\n" + "last,without end";

    [Fact]
    public void Lines_OfAFile_HaveTheirNumbersAndNoEnds()
    {
        var lines = Split(Encoding.UTF8.GetBytes(File));

        Assert.Equal(
            [(1, "name,phone", 'b'), (2, "Jan,\"0570 \"\"12\"\"\"", 'b'), (4, "Zoë,06", 'b'), (5, "last,without end", 'f')],
            lines
        );
    }

    [Fact]
    public void Lines_CutAtEveryOffset_AreTheSame()
    {
        var bytes = Encoding.UTF8.GetBytes(File);
        var whole = Split(bytes);
        for (var at = 0; at <= bytes.Length; at++)
        {
            Assert.Equal(whole, Split(bytes[..at], bytes[at..]));
        }

        Assert.Equal(whole, Split([.. bytes.Select(one => new[] { one })]));
    }

    [Fact]
    public void Lines_InAnyPieces_AreWhatSplittingTheTextGives() =>
        Gen.Select(Gen.String["ab,\"\r\n;é"].Array[0, 30], Gen.Int[1, 60])
            .Sample(
                (parts, batch) =>
                {
                    var text = string.Concat(parts);
                    var expected = text.Split('\n')
                        .Select((line, i) => (Number: i + 1, Line: line, Last: i == text.Count('\n')))
                        .Select(line => line with { Line = line.Last ? line.Line : Ended(line.Line) })
                        .Where(line => line.Line.Length > 0)
                        .Select(line =>
                            Encoding.UTF8.GetByteCount(line.Line) > Longest
                                ? (line.Number, "", 't')
                                : (line.Number, line.Line, line.Last ? 'f' : 'b')
                        );

                    Assert.Equal(expected, SplitBy(batch, [.. parts.Select(Encoding.UTF8.GetBytes)]));
                }
            );

    [Theory]
    [InlineData(Longest, 'b')]
    [InlineData(Longest + 1, 't')]
    [InlineData(10_000_000, 't')]
    public void Line_OfSoManyBytes_IsKeptOrOnlyCounted(int length, char end)
    {
        var lines = Split(Encoding.ASCII.GetBytes($"a\n{new string('x', length)}\r\nb\n"));

        Assert.Equal([(1, "a", 'b'), (2, end == 'b' ? new string('x', length) : "", end), (3, "b", 'b')], lines);
    }

    [Fact]
    public void Line_TooLongAndWithoutEnd_IsCountedToo() =>
        Assert.Equal([(1, "", 't')], Split(Encoding.ASCII.GetBytes(new string('x', 1_000))));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b,", "a|b|")]
    [InlineData(",", "|")]
    [InlineData("\"\",x", "|x")]
    [InlineData("\"a,b\",\"c\"\"d\"", "a,b|c\"d")]
    [InlineData(" a , \"b\" ", "a|\"b\"")]
    [InlineData("Jan \"de Bakker\" Smit,1", "Jan \"de Bakker\" Smit|1")]
    [InlineData("\"\"\"\"", "\"")]
    public void Fields_OfALine_AreTheirTexts(string line, string expected)
    {
        var fields = new CsvFields();

        Assert.Null(fields.Read(Encoding.UTF8.GetBytes(line), Comma));
        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, fields.Count).Select(fields.Text)));
    }

    [Theory]
    [InlineData("\"a", CsvFault.QuoteNotClosed)]
    [InlineData("a,\"", CsvFault.QuoteNotClosed)]
    [InlineData("a,\"b\"\"", CsvFault.QuoteNotClosed)]
    [InlineData("\"a\"b,c", CsvFault.TextAfterQuote)]
    internal void Fields_QuotesThatCannotBe_AreFaults(string line, CsvFault expected) =>
        Assert.Equal(expected, new CsvFields().Read(Encoding.UTF8.GetBytes(line), Comma));

    [Fact]
    public void Fields_WrittenByTheRules_AreReadBack() =>
        Gen.String["ab ,\"é;"]
            .Array[1, 6]
            .Sample(texts =>
            {
                var fields = new CsvFields();
                var line = string.Join(',', texts.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

                Assert.Null(fields.Read(Encoding.UTF8.GetBytes(line), Comma));
                Assert.Equal(
                    texts.Select(text => text.Trim()),
                    Enumerable.Range(0, fields.Count).Select(fields.Text),
                    StringComparer.Ordinal
                );
            });

    [Fact]
    public void Fields_OfAnyBytes_AreReadOrRefused() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(bytes =>
            {
                var fields = new CsvFields();
                if (fields.Read(bytes, Comma) is null)
                {
                    Assert.All(Enumerable.Range(0, fields.Count), field => Assert.NotNull(fields.Text(field)));
                }
            });

    private static List<(int Number, string Line, char End)> Split(params byte[][] pieces) => SplitBy(16, pieces);

    private static List<(int Number, string Line, char End)> SplitBy(int batchBytes, byte[][] pieces)
    {
        var lines = new CsvLines(Longest, batchBytes);
        var batches = new List<CsvBatch>();
        foreach (var piece in pieces)
        {
            lines.Append(piece, batches);
        }

        lines.Complete(batches);
        return
        [
            .. batches.SelectMany(batch =>
                batch.Lines.Select(line =>
                    (
                        (int)line.Number,
                        Encoding.UTF8.GetString(batch.Of(line)),
                        line.End switch
                        {
                            CsvLineEnd.Break => 'b',
                            CsvLineEnd.File => 'f',
                            _ => 't',
                        }
                    )
                )
            ),
        ];
    }

    private static string Ended(string line) => line.EndsWith('\r') ? line[..^1] : line;
}
