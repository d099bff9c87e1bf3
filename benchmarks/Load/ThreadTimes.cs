using System.Globalization;

namespace Burgernet.Benchmarks.Load;

/// <summary>CPU time of this process by the names of its threads (Linux, /proc/self/task).</summary>
internal static class ThreadTimes
{
    /// <summary>Now, in nanoseconds, summed over threads of one name; empty where there is no /proc.</summary>
    public static Dictionary<string, long> Read()
    {
        var times = new Dictionary<string, long>(StringComparer.Ordinal);
        if (!Directory.Exists("/proc/self/task"))
        {
            return times;
        }

        foreach (var folder in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                var name = File.ReadAllText(Path.Combine(folder, "comm")).Trim();
                var spent = long.Parse(File.ReadAllText(Path.Combine(folder, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture);
                times[name] = times.GetValueOrDefault(name) + spent;
            }
            catch (IOException)
            {
                // The thread ended while we looked.
            }
        }

        return times;
    }
}
