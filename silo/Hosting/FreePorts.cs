using System.Net;
using System.Net.Sockets;

namespace Burgernet.Silo.Hosting;

/// <summary>Finds free ports, and tells which are not.</summary>
internal static class FreePorts
{
    /// <summary>A TCP port on loopback that is free now.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether a TCP address can be listened on.</summary>
    public static bool IsFree(IPEndPoint address)
    {
        if (address.Port == 0)
        {
            return true;
        }

        try
        {
            using var listener = new TcpListener(address);
            listener.ExclusiveAddressUse = false;
            listener.Start();
            return true;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
