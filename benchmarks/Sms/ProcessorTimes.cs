using System.Globalization;

namespace Burgernet.Benchmarks.Sms;

/// <summary>Processor time by <c>/proc</c> (proc(5)), in seconds.</summary>
internal static class ProcessorTimes
{
    /// <summary>USER_HZ, which is 100 wherever .NET runs.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Of all processors together, everything but idle time.</summary>
    public static double Machine()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..8];
        var numbers = Array.ConvertAll(ticks, text => double.Parse(text, CultureInfo.InvariantCulture));
        return (numbers.Sum() - numbers[3] - numbers[4]) / TicksPerSecond;
    }

    /// <summary>Of the PostgreSQL server that listens on a port, with all its backends, those that ended included.</summary>
    public static double Postgres(int port)
    {
        var setting = string.Create(CultureInfo.InvariantCulture, $"\0port={port}\0");
        var processes = Directory
            .EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
            .ToArray();
        var server = processes.First(folder =>
            Read(folder, "cmdline") is { } line
            && line.Split('\0')[0].EndsWith("/postgres", StringComparison.Ordinal)
            && line.Contains(setting, StringComparison.Ordinal)
        );
        var id = Path.GetFileName(server);
        var backends = processes
            .Select(folder => Read(folder, "stat") is { } stat ? Fields(stat) : [])
            .Where(fields => fields.Length > 13 && fields[1] == id)
            .Sum(fields => Sum(fields[11..13]));
        return (backends + Sum(Fields(Read(server, "stat")!)[11..15])) / TicksPerSecond;
    }

    // Behind the name, which may hold anything, from field 3 (state) on.
    private static string[] Fields(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

    private static double Sum(string[] ticks) => ticks.Sum(text => double.Parse(text, CultureInfo.InvariantCulture));

    private static string? Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }
}
