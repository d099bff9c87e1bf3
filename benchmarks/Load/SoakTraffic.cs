using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load;

/// <summary>One kind of calls of the soak, over a lossy line of its own to a sipp of its own.</summary>
internal sealed class SoakTraffic : IDisposable
{
    private readonly LossyRelay _signalling;
    private readonly LossyRelay _audio;
    private readonly SippProcess _far;
    private readonly SipEndpoint _endpoint;
    private readonly AudioMessage? _message;
    private readonly int _rate;
    private CallSource? _source;

    /// <summary>Starts the far side and the line to it.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="endpoint">Who calls.</param>
    /// <param name="scenario">sipp's scenario.</param>
    /// <param name="rate">Calls a second.</param>
    /// <param name="expected">How its calls end where no more is lost than repetition mends.</param>
    /// <param name="loss">Share that is lost each way.</param>
    /// <param name="seed">Which ones.</param>
    /// <param name="message">What is played, or null.</param>
    public SoakTraffic(
        string name,
        SipEndpoint endpoint,
        string scenario,
        int rate,
        SipCallEnd expected,
        double loss,
        int seed,
        AudioMessage? message = null
    )
    {
        Name = name;
        Expected = expected;
        _endpoint = endpoint;
        _rate = rate;
        _message = message;
        _signalling = new LossyRelay(loss, seed);
        _audio = new LossyRelay(loss, seed + 1);
        string[] keys = ["-key", "relay", $"{_signalling.EndPoint}", "-key", "relay_media", $"{_audio.EndPoint.Port}"];
        _far = SippProcess.Answer(scenario, message is null ? keys : [.. keys, "-rtp_echo"]);
        _signalling.Start(_far.EndPoint);
        _audio.Start(new System.Net.IPEndPoint(_far.EndPoint.Address, _far.MediaPort));

        // The line loses packets: repetitions say nothing about the peer.
        Trunk = endpoint.AddTrunk(
            new SipTrunkOptions
            {
                Name = name,
                Peer = _signalling.EndPoint,
                CallsPerSecond = rate * 2,
                RetransmissionLimit = null,
            }
        );
    }

    public string Name { get; }

    public SipCallEnd Expected { get; }

    public SipTrunk Trunk { get; }

    public VoiceTally Tally { get; } = new();

    public long Placed => _source?.Placed ?? 0;

    /// <summary>Datagrams lost on the line so far.</summary>
    public long Lost => _signalling.Lost + _audio.Lost;

    /// <summary>Datagrams that the line carried or lost so far.</summary>
    public long Carried => _signalling.Forwarded + _audio.Forwarded + Lost;

    /// <summary>Calls at its rate until cancelled.</summary>
    public Task RunAsync(TimeSpan time, CancellationToken cancellation)
    {
        _source = new CallSource(
            _endpoint,
            new SipCallRequest
            {
                Trunk = Trunk,
                To = "+31970100200",
                Message = _message,
                RingLimit = TimeSpan.FromSeconds(2),
                Tag = 0,
                Owner = Tally,
            },
            turnMilliseconds: 10
        );
        return _source.PlaceAsync((long)(_rate * time.TotalSeconds), _rate, cancellation);
    }

    public void Dispose()
    {
        _far.Dispose();
        _signalling.Dispose();
        _audio.Dispose();
    }
}
