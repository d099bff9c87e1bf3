using System.Globalization;

namespace Burgernet.Benchmarks.Scale;

/// <summary>Processor time of the whole machine, from /proc/stat (proc(5)): user, nice, system, idle, iowait, irq, softirq, in hundredths of a second.</summary>
internal static class MachineTime
{
    private const int Idle = 3;
    private const int Waiting = 4;
    private const int Fields = 7;

    /// <summary>Time that all cores together were busy so far.</summary>
    public static TimeSpan Busy
    {
        get
        {
            var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..(Fields + 1)];
            var sum = 0L;
            for (var i = 0; i < fields.Length; i++)
            {
                sum += i is Idle or Waiting ? 0 : long.Parse(fields[i], CultureInfo.InvariantCulture);
            }

            return TimeSpan.FromSeconds(sum / 100.0);
        }
    }
}
