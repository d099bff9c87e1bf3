using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Burgernet.Sip.Transport;

/// <summary>IPv4 socket addresses that are written once and used for many datagrams, without allocations (sockaddr_in: family, port, address).</summary>
internal static class SocketAddresses
{
    private const int Length = 16;

    public static SocketAddress Create() => new(AddressFamily.InterNetwork, Length);

    public static SocketAddress Of(IPEndPoint endPoint)
    {
        var address = Create();
        Set(address, Grammar.HostPort.ToUInt32(endPoint.Address), endPoint.Port);
        return address;
    }

    public static void Set(SocketAddress target, uint address, int port)
    {
        var bytes = target.Buffer.Span;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)port);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], address);
    }

    public static int Port(SocketAddress address) => BinaryPrimitives.ReadUInt16BigEndian(address.Buffer.Span[2..]);

    public static uint Address(SocketAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.Buffer.Span[4..]);

    public static void Copy(SocketAddress from, SocketAddress to) => from.Buffer.Span[..8].CopyTo(to.Buffer.Span);

    public static bool Same(SocketAddress left, SocketAddress right) => left.Buffer.Span[2..8].SequenceEqual(right.Buffer.Span[2..8]);

    public static IPEndPoint ToEndPoint(SocketAddress address) => new(new IPAddress(address.Buffer.Span[4..8]), Port(address));
}
