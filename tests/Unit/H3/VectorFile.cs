using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Burgernet.H3;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

/// <summary>Reads the test vectors in <c>../shared/vectors/h3</c>, results of the H3 C library 4.5.0.</summary>
internal static class VectorFile
{
    /// <summary>The lines of a file, unpacked where it is packed.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var file = File.OpenRead(SharedData.Require("vectors/h3/" + name));
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>The rows of a CSV file, without its header.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Skip(1).Select(line => line.Split(','));

    /// <summary>The objects of a file of JSON lines.</summary>
    public static IEnumerable<JsonElement> Objects(string name) => Lines(name).Select(line => JsonElement.Parse(line));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A coordinate, which may be written <c>"NaN"</c> or <c>"Infinity"</c>.</summary>
    public static double Coordinate(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Number(value.GetString()!) : value.GetDouble();

    public static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public static H3Index Cell(JsonElement value) => H3Index.Parse(value.GetString()!);

    public static H3Index[] Cells(JsonElement list) => [.. list.EnumerateArray().Select(Cell)];

    /// <summary>Fails unless the cells are those that a set hash tells of.</summary>
    public static void AssertSet(JsonElement expected, IEnumerable<H3Index> actual, string what)
    {
        var cells = actual.Order().ToArray();
        if (expected.TryGetProperty("list", out var list))
        {
            var wanted = Cells(list).ToHashSet();
            Assert.True(
                wanted.SetEquals(cells),
                $"{what}: missing {string.Join(' ', wanted.Except(cells).Take(5))}, extra {string.Join(' ', cells.Except(wanted).Take(5))}"
            );
        }

        Assert.True(
            expected.GetProperty("n").GetInt32() == cells.Length,
            $"{what}: {expected.GetProperty("n")} expected, {cells.Length} found"
        );
        var text = Encoding.ASCII.GetBytes(string.Join('\n', cells));
        var hash = Convert.ToHexStringLower(SHA256.HashData(text))[..32];
        Assert.True(expected.GetProperty("sha").GetString() == hash, $"{what}: other cells of the same number");
    }
}
