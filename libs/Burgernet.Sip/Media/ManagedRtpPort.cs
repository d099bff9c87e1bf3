using System.Net;
using System.Net.Sockets;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Media;

/// <summary>A port by .NET's sockets alone, for systems other than Linux: dearer, the same to the ear, without moments of arrival.</summary>
internal sealed class ManagedRtpPort(Socket socket) : RtpPort
{
    private readonly SocketAddress _to = SocketAddresses.Create();
    private readonly SocketAddress _from = SocketAddresses.Create();
    private RtpAddress _last;

    public override bool Send(ReadOnlySpan<byte> packet, RtpAddress to)
    {
        if (to != _last)
        {
            SocketAddresses.Set(_to, to.Host, to.Port);
            _last = to;
        }

        try
        {
            socket.SendTo(packet, SocketFlags.None, _to);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public override bool Receive(ReceivedBatch batch)
    {
        batch.Count = 0;
        try
        {
            // Asked first: .NET throws where nothing waits.
            while (batch.Count < ReceivedBatch.Size && socket.Poll(0, SelectMode.SelectRead))
            {
                var length = socket.ReceiveFrom(batch.Room(batch.Count), SocketFlags.None, _from);
                batch.Add(length, new RtpAddress(SocketAddresses.Address(_from), (ushort)SocketAddresses.Port(_from)));
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public override void Dispose() => socket.Dispose();
}
