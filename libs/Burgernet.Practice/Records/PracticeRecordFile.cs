using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Burgernet.Practice;

/// <summary>Reads what a practice carrier, perhaps one that died, wrote to its record file.</summary>
/// <remarks>A call has up to three lines: at its INVITE, at its answer, at its end; a segment of an SMS up to four: at its submit, at its end, and as its receipts are
/// acknowledged. Each is the whole as known then, and the last one counts. What has no end was cut off by the death of its carrier, or is still going on.</remarks>
public static class PracticeRecordFile
{
    /// <summary>All calls, in the order of their INVITEs, runs one after the other.</summary>
    /// <param name="path">The file; it may be written to meanwhile.</param>
    public static IReadOnlyList<PracticeCallRecord> Read(string path) => Read(path, out _);

    /// <summary>All calls, in the order of their INVITEs, runs one after the other.</summary>
    /// <param name="path">The file; it may be written to meanwhile.</param>
    /// <param name="damagedLines">Lines that could not be read: the last one of a carrier that was killed while it wrote.</param>
    public static IReadOnlyList<PracticeCallRecord> Read(string path, out int damagedLines) =>
        Read(path, PracticeRecordJson.Default.PracticeCallRecord, static record => (record.Run, record.Sequence), out damagedLines);

    /// <summary>All segments of SMS, in the order of their submits, runs one after the other.</summary>
    /// <param name="path">The file; it may be written to meanwhile.</param>
    public static IReadOnlyList<PracticeSmsRecord> ReadSms(string path) => ReadSms(path, out _);

    /// <summary>All segments of SMS, in the order of their submits, runs one after the other.</summary>
    /// <param name="path">The file; it may be written to meanwhile.</param>
    /// <param name="damagedLines">Lines that could not be read: the last one of an SMSC that was killed while it wrote.</param>
    public static IReadOnlyList<PracticeSmsRecord> ReadSms(string path, out int damagedLines) =>
        Read(path, PracticeRecordJson.Default.PracticeSmsRecord, static record => (record.Run, record.Sequence), out damagedLines);

    private static List<T> Read<T>(string path, JsonTypeInfo<T> form, Func<T, (string Run, long Sequence)> key, out int damagedLines)
        where T : class
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var records = new List<T>();
        var places = new Dictionary<(string Run, long Sequence), int>();
        damagedLines = 0;
        while (reader.ReadLine() is { } line)
        {
            if (Parse(line, form) is not { } record)
            {
                damagedLines += line.Length == 0 ? 0 : 1;
                continue;
            }

            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key(record), out var known);
            if (known)
            {
                records[place] = record;
            }
            else
            {
                place = records.Count;
                records.Add(record);
            }
        }

        return records;
    }

    private static T? Parse<T>(string line, JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
