using System.Globalization;

namespace Burgernet.TestKit;

/// <summary>Which addresses a process is bound to, by the kernel's own tables (Linux).</summary>
public static class BoundSockets
{
    private const string Listen = "0A";
    private const string Loopback = "0100007F";
    private const string LoopbackV6 = "00000000000000000000000001000000";

    /// <summary>Whether somebody takes datagrams at a UDP port of IPv4.</summary>
    /// <param name="port">The port.</param>
    public static bool TakesDatagrams(int port)
    {
        var local = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return File.ReadLines("/proc/net/udp")
            .Any(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].EndsWith(local, StringComparison.Ordinal));
    }

    /// <summary>Whether somebody takes TCP connections at a port of IPv4.</summary>
    public static bool IsListening(int port)
    {
        var local = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return File.ReadLines("/proc/net/tcp")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(fields => fields[1].EndsWith(local, StringComparison.Ordinal) && fields[3] == Listen);
    }

    /// <summary>The IP sockets of a process that are bound beyond loopback, as <c>table address:port</c> in the kernel's hexadecimal.</summary>
    public static IReadOnlyList<string> BeyondLoopback(int process)
    {
        var own = Directory
            .EnumerateFileSystemEntries(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/fd"))
            .Select(entry => new FileInfo(entry).LinkTarget)
            .OfType<string>()
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from table in new[] { "tcp", "tcp6", "udp", "udp6" }
            let path = $"/proc/net/{table}"
            where File.Exists(path)
            from line in File.ReadLines(path).Skip(1)
            let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            where own.Contains(fields[9])
            let address = fields[1].Split(':')[0]
            where address is not (Loopback or LoopbackV6)
            select $"{table} {fields[1]}",
        ];
    }
}
