using System.Globalization;

namespace Burgernet.Sip.Media;

/// <summary>Whether the process may open as many sockets as an endpoint's calls need: each call holds one, and so does each port that rests after a call.</summary>
internal static unsafe class DescriptorLimit
{
    /// <summary>For the endpoint's other sockets and files.</summary>
    private const int Spare = 64;

    private const string Remedy = "lower MaxCalls, or raise the limit (ulimit -n, LimitNOFILE in a systemd unit)";

    /// <summary>Raises the process' own limit as far as it may (RLIMIT_NOFILE, soft to hard), then looks whether the endpoint fits.</summary>
    /// <param name="options">The endpoint's settings.</param>
    /// <returns>Why it does not fit; null where it does, or where the system does not say (other systems than Linux).</returns>
    public static string? Examine(SipEndpointOptions options)
    {
        const string open = "/proc/self/fd";
        LinuxCalls.Limit limit;
        if (!OperatingSystem.IsLinux() || !Directory.Exists(open) || LinuxCalls.GetLimit(LinuxCalls.OpenFiles, &limit) != 0)
        {
            return null;
        }

        if (limit.Now < limit.Most)
        {
            var raised = limit with { Now = limit.Most };
            limit = LinuxCalls.SetLimit(LinuxCalls.OpenFiles, &raised) == 0 ? raised : limit;
        }

        return Examine(options, limit.Now, Directory.EnumerateFileSystemEntries(open).Count());
    }

    /// <summary>The rule.</summary>
    /// <param name="options">The endpoint's settings.</param>
    /// <param name="limit">Files that the process may have open.</param>
    /// <param name="open">Files that it has open.</param>
    public static string? Examine(SipEndpointOptions options, nuint limit, int open)
    {
        var needed = Needed(options);
        var left = limit > int.MaxValue ? int.MaxValue : (int)limit - open;
        return needed <= left
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"MaxCalls {options.MaxCalls} needs {needed} open files, but this process may open {Math.Max(0, left)} more of its {limit}: {Remedy}."
            );
    }

    /// <summary>A port rests for 2 s after each call: a quarter more where calls last 8 s. Never more than there are ports.</summary>
    private static int Needed(SipEndpointOptions options) =>
        (int)Math.Min(MediaPlane.PortCount(options), options.MaxCalls + (options.MaxCalls / 4L)) + Spare;
}
