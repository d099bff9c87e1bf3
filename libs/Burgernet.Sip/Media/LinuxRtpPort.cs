using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>A port by system calls of its own: one to send, one to receive a whole batch with the moments at which the kernel took each datagram in.</summary>
internal sealed unsafe class LinuxRtpPort : RtpPort
{
    private readonly Socket _socket;
    private readonly int _descriptor;
    private bool _isHeld;

    public LinuxRtpPort(Socket socket)
    {
        _socket = socket;
        socket.SetRawSocketOption(LinuxCalls.SocketLevel, LinuxCalls.TimestampNanoseconds, BitConverter.GetBytes(1));

        // Held until Dispose, so that the number never names somebody else's file.
        socket.SafeHandle.DangerousAddRef(ref _isHeld);
        _descriptor = (int)socket.SafeHandle.DangerousGetHandle();
    }

    public override bool Send(ReadOnlySpan<byte> packet, RtpAddress to)
    {
        var address = new LinuxCalls.InternetAddress(to);
        fixed (byte* bytes = packet)
        {
            return LinuxCalls.SendTo(
                    _descriptor,
                    bytes,
                    (nuint)packet.Length,
                    LinuxCalls.DontWait,
                    &address,
                    LinuxCalls.InternetAddress.Size
                ) >= 0;
        }
    }

    public override bool Receive(ReceivedBatch batch)
    {
        var count = LinuxCalls.ReceiveMany(_descriptor, batch.Ready(), ReceivedBatch.Size, LinuxCalls.DontWait, timeout: null);
        batch.Count = Math.Max(0, count);
        return count >= 0 || Marshal.GetLastPInvokeError() == LinuxCalls.TryAgain;
    }

    public override void Dispose()
    {
        if (_isHeld)
        {
            _isHeld = false;
            _socket.SafeHandle.DangerousRelease();
        }

        _socket.Dispose();
    }
}
