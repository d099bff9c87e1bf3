using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Burgernet.Practice;

/// <summary>Reads what a practice carrier, perhaps one that died, wrote to its record file.</summary>
/// <remarks>A call has up to three lines: at its INVITE, at its answer, at its end; each is the whole call as known then, and the last one counts.
/// A call without an end was cut off by the death of its carrier, or is still going on.</remarks>
public static class PracticeRecordFile
{
    /// <summary>All calls, in the order of their INVITEs, runs one after the other.</summary>
    /// <param name="path">The file; it may be written to meanwhile.</param>
    public static IReadOnlyList<PracticeCallRecord> Read(string path) => Read(path, out _);

    /// <summary>All calls, in the order of their INVITEs, runs one after the other.</summary>
    /// <param name="path">The file; it may be written to meanwhile.</param>
    /// <param name="damagedLines">Lines that could not be read: the last one of a carrier that was killed while it wrote.</param>
    public static IReadOnlyList<PracticeCallRecord> Read(string path, out int damagedLines)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var calls = new List<PracticeCallRecord>();
        var places = new Dictionary<(string Run, long Sequence), int>();
        damagedLines = 0;
        while (reader.ReadLine() is { } line)
        {
            if (Parse(line) is not { } record)
            {
                damagedLines += line.Length == 0 ? 0 : 1;
                continue;
            }

            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (record.Run, record.Sequence), out var known);
            if (known)
            {
                calls[place] = record;
            }
            else
            {
                place = calls.Count;
                calls.Add(record);
            }
        }

        return calls;
    }

    private static PracticeCallRecord? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, PracticeRecordJson.Default.PracticeCallRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
