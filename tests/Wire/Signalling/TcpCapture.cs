using System.Net;
using System.Net.Sockets;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>One capture for all tests of a class, on TCP ports that it hands out; whatever tshark finds wrong in it fails the class when it ends.</summary>
public sealed class TcpCapture : IAsyncLifetime
{
    private const int Ports = 32;

    private readonly Queue<int> _ports = new();
    private Capture? _capture;

    /// <summary>A port that nobody had a moment ago.</summary>
    public int TakePort() => _ports.Dequeue();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var sockets = Enumerable
            .Range(0, Ports)
            .Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
            .ToArray();
        foreach (var socket in sockets)
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _ports.Enqueue(((IPEndPoint)socket.LocalEndPoint!).Port);
        }

        Array.ForEach(sockets, static socket => socket.Dispose());
        _capture = await Capture.StartSipIfAllowed(isTcp: true, [.. _ports]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_capture is not null)
        {
            try
            {
                await _capture.ExpectNoErrors(atLeast: 1);
            }
            finally
            {
                await _capture.DisposeAsync();
            }
        }
    }
}
