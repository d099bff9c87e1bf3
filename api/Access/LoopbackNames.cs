using System.Net;

namespace Burgernet.Api.Access;

/// <summary>The names that always mean this machine, whatever a name server says.</summary>
internal static class LoopbackNames
{
    /// <summary>Whether a host is <c>localhost</c>, in 127.0.0.0/8, or <c>::1</c> (with or without brackets).</summary>
    public static bool Contains(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
