using System.Text.Unicode;
using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>Tells UTF-8 from what people send instead.</summary>
internal static class Encodings
{
    private const int LongestCharacter = 4;

    // Byte order marks of UTF-16.
    private static readonly byte[] LittleEndian = [0xFF, 0xFE];
    private static readonly byte[] BigEndian = [0xFE, 0xFF];

    // The five values to which Windows-1252 gives no character.
    private static readonly byte[] NotWindows1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    /// <summary>What is wrong with the encoding of a line, or null when it is UTF-8.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isEnd">Whether the file ends with it: then it may end within a character.</param>
    public static ImportFileProblemCode? ProblemOf(ReadOnlySpan<byte> line, bool isEnd) =>
        line.Contains((byte)0) ? ImportFileProblemCode.Utf16
        : Utf8.IsValid(line) ? null
        : line.StartsWith(LittleEndian) || line.StartsWith(BigEndian) ? ImportFileProblemCode.Utf16
        : isEnd && EndsWithinACharacter(line) ? ImportFileProblemCode.CutOff
        : line.IndexOfAny(NotWindows1252) < 0 ? ImportFileProblemCode.Windows1252
        : ImportFileProblemCode.NotUtf8;

    private static bool EndsWithinACharacter(ReadOnlySpan<byte> line)
    {
        for (var cut = 1; cut < Math.Min(LongestCharacter, line.Length); cut++)
        {
            // RFC 3629 §3: 110xxxxx, 1110xxxx and 11110xxx begin a character of 2, 3 and 4 bytes.
            var first = line[^cut];
            var length = first switch
            {
                >= 0xF0 => 4,
                >= 0xE0 => 3,
                >= 0xC0 => 2,
                _ => 0,
            };
            if (length > cut && Utf8.IsValid(line[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
