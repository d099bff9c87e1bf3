using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Signups;

/// <summary>Whose requests are counted together. Kept in memory only as long as they are counted; never logged.</summary>
internal static class ClientAddress
{
    /// <summary>The bytes of an IPv6 address that say whose network it is.</summary>
    private const int NetworkBytes = 8;

    /// <summary>The address of the client; behind a proxy on this machine, the one that the proxy saw. Of IPv6 the network: one household has 2⁶⁴ addresses.</summary>
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (IPAddress.IsLoopback(address) && http.Request.Headers["X-Forwarded-For"] is { Count: > 0 } forwarded)
        {
            // Only the last is the proxy's own word; what stands before it, anybody may have written.
            var last = forwarded.ToString().Split(',')[^1].Trim();
            address = IPAddress.TryParse(last, out var client) ? client : address;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}
