using System.Net;
using System.Net.Sockets;

namespace Burgernet.TestKit;

/// <summary>A line between a caller and the one it calls that loses, doubles and reorders datagrams as a rule says: what a network does, but the same every time.</summary>
public sealed class DatagramRelay : IAsyncDisposable
{
    /// <summary>How long a datagram that should come late waits for another to pass it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(30);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly UdpClient _near = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient _far = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly RelayRule _rule;
    private readonly IPEndPoint _target;
    private readonly Task _toTarget;
    private readonly Task _toCaller;
    private IPEndPoint? _caller;

    private DatagramRelay(IPEndPoint target, RelayRule rule)
    {
        _target = target;
        _rule = rule;
        _toTarget = Run(_near, isToTarget: true);
        _toCaller = Run(_far, isToTarget: false);
    }

    /// <summary>Where the caller sends to.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_near.Client.LocalEndPoint!;

    /// <summary>Datagrams that were lost, doubled or sent late.</summary>
    public int Disturbed { get; private set; }

    /// <summary>Begins to pass datagrams on.</summary>
    /// <param name="target">Where they go; answers go to who sent last.</param>
    /// <param name="rule">What becomes of each.</param>
    public static DatagramRelay Start(IPEndPoint target, RelayRule rule) => new(target, rule);

    /// <summary>A rule of chance, the same for a seed: of a hundred datagrams so many are lost, doubled and late.</summary>
    public static RelayRule Chance(int seed, int lost, int doubled, int late)
    {
        var random = new Random(seed);
        return (_, _) =>
            random.Next(100) switch
            {
                var one when one < lost => RelayAction.Lose,
                var one when one < lost + doubled => RelayAction.Repeat,
                var one when one < lost + doubled + late => RelayAction.Delay,
                _ => RelayAction.Pass,
            };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_toTarget, _toCaller);
        _near.Dispose();
        _far.Dispose();
        _stop.Dispose();
    }

    private async Task Run(UdpClient socket, bool isToTarget)
    {
        byte[]? late = null;
        try
        {
            while (true)
            {
                var received = await Receive(socket, isShort: late is not null);
                if (received is { } datagram)
                {
                    var action = Judge(datagram, isToTarget);
                    if (action == RelayAction.Delay && late is null)
                    {
                        late = datagram.Buffer;
                        continue;
                    }

                    for (
                        var copies =
                            action == RelayAction.Repeat ? 2
                            : action == RelayAction.Lose ? 0
                            : 1;
                        copies > 0;
                        copies--
                    )
                    {
                        await PassOn(datagram.Buffer, isToTarget);
                    }
                }

                if (late is not null)
                {
                    await PassOn(late, isToTarget);
                    late = null;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private RelayAction Judge(UdpReceiveResult datagram, bool isToTarget)
    {
        lock (_gate)
        {
            _caller = isToTarget ? datagram.RemoteEndPoint : _caller;
            var action = _rule(isToTarget, System.Text.Encoding.UTF8.GetString(datagram.Buffer));
            Disturbed += action == RelayAction.Pass ? 0 : 1;
            return action;
        }
    }

    private async Task<UdpReceiveResult?> Receive(UdpClient socket, bool isShort)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        if (isShort)
        {
            limit.CancelAfter(LongestWait);
        }

        try
        {
            return await socket.ReceiveAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return null;
        }
        catch (SocketException)
        {
            // An ICMP error: nobody listens there now.
            return null;
        }
    }

    private async Task PassOn(byte[] datagram, bool isToTarget)
    {
        try
        {
            if (isToTarget)
            {
                await _far.SendAsync(datagram, _target, _stop.Token);
            }
            else if (_caller is { } caller)
            {
                await _near.SendAsync(datagram, caller, _stop.Token);
            }
        }
        catch (SocketException)
        {
            // Lost, as it would be.
        }
    }
}
