using System.Net;
using System.Net.Sockets;
using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Practice;

/// <summary>A real telephone carrier on loopback whose subscribers are invented: it answers SIP and RTP like any other, limits channels and calls per second, and records each call.</summary>
/// <remarks>For training, demonstration, benchmarks and tests, in the node's process or alone. It reaches nobody: it listens on loopback only, knows no number outside
/// <see cref="PracticeNumbers"/>, and its phones call nobody but who called them.</remarks>
public sealed class PracticeCarrier : ISipIncomingCallHandler, IAsyncDisposable
{
    // Slots for calls that are being refused or remembered (64·T1) beside those that hold a channel.
    private const int SpareSlots = 2_000;

    private readonly PracticeExchange _exchange;
    private readonly SipEndpoint _endpoint;
    private int _disposed;

    private PracticeCarrier(PracticeExchange exchange, SipEndpointOptions sip)
    {
        _exchange = exchange;
        _endpoint = SipEndpoint.Start(
            sip with
            {
                Listen = Options.Listen,
                FirstMediaPort = Options.FirstMediaPort,
                LastMediaPort = Options.LastMediaPort,
                MaxCalls = Options.Channels + SpareSlots,
                UserAgent = "Burgernet practice carrier",
                IncomingCalls = this,
            },
            exchange.Time
        );
        exchange.Callers.Open(_endpoint);
    }

    /// <summary>The settings it runs with.</summary>
    public PracticeCarrierOptions Options => _exchange.Options;

    /// <summary>Whether it turns away every new call with 503, as a trunk in trouble does; calls that go on stay. False until told otherwise.</summary>
    public bool TurnsAway
    {
        get => _exchange.TurnsAway;
        set => _exchange.TurnsAway = value;
    }

    /// <summary>The bound UDP address: the peer of a trunk to this carrier.</summary>
    public IPEndPoint LocalEndPoint => _endpoint.LocalEndPoint;

    /// <summary>All calls as known now, in the order of their INVITEs; those that go on have no end yet.</summary>
    public IReadOnlyList<PracticeCallRecord> Records => _exchange.Records;

    /// <summary>Highest numbers of channels and INVITEs so far.</summary>
    public PracticePeaks Peaks => _exchange.Peaks;

    /// <summary>Counts so far.</summary>
    public PracticeTotals Totals => _exchange.Totals;

    /// <summary>Calls that hold a channel now.</summary>
    public int ChannelsInUse => _exchange.ChannelsInUse;

    /// <summary>Why the record file is no longer written (disk full); null while it is, or where there is none. Calls go on without it.</summary>
    public Exception? RecordFailure => _exchange.RecordFailure;

    /// <summary>Binds its port and takes calls.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of phones and signalling; the system's by default.</param>
    /// <param name="sip">SIP timers other than the RFC's, for tests; addresses, ports and handler in it are overruled.</param>
    /// <exception cref="ArgumentException">The settings cannot be used; the message says each reason.</exception>
    /// <exception cref="SocketException">The port is taken.</exception>
    /// <exception cref="IOException">The record file cannot be opened, or another carrier writes to it.</exception>
    public static PracticeCarrier Start(PracticeCarrierOptions options, TimeProvider? time = null, SipEndpointOptions? sip = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = options.Problems().ToArray();
        if (problems.Length > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        }

        _ = AudioMessage.TryReadWave(VoicemailGreeting.Wave(), out var greeting, out _);
        var exchange = new PracticeExchange(options, time ?? TimeProvider.System, greeting);
        try
        {
            return new PracticeCarrier(exchange, sip ?? new SipEndpointOptions());
        }
        catch (SocketException)
        {
            // Nothing was written yet: closing the file does not wait.
            exchange.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>A phone calls back a number that called somebody here; who showed that number last gets the call.</summary>
    /// <param name="phone">The phone's number, of the practice block.</param>
    /// <param name="called">The number that it calls.</param>
    /// <param name="key">A key that it presses a second after the answer, or null for none.</param>
    /// <returns>False where nobody has called from that number yet, no channel is free, or the carrier stops.</returns>
    /// <exception cref="ArgumentException">The phone has no practice number.</exception>
    public bool CallBack(string phone, string called, char? key = null) =>
        PracticeNumbers.IsPractice(phone)
            ? _exchange.Callers.TryCall(phone, called, key)
            : throw new ArgumentException("Only practice phones can call.", nameof(phone));

    /// <summary>A sentence or two for banners, in Dutch and English.</summary>
    public PracticeDescription Describe() => PracticeDescription.Of(Options, LocalEndPoint);

    /// <summary>Stops politely: new calls get 503, ringing ones too, answered ones may go on within <paramref name="grace"/> and then are hung up.</summary>
    /// <param name="grace">How long answered calls may go on.</param>
    /// <param name="abort">Cuts the grace short.</param>
    public async Task StopAsync(TimeSpan grace, CancellationToken abort = default)
    {
        await _exchange.StopAsync(grace, abort);
        await _endpoint.StopAsync(TimeSpan.Zero, abort);
    }

    /// <summary>Ends all calls at once, closes the port and completes the record.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _exchange.StopAsync(TimeSpan.Zero, CancellationToken.None);
        await _endpoint.DisposeAsync();
        await _exchange.DisposeAsync();
    }

    /// <inheritdoc/>
    void ISipIncomingCallHandler.OnInvite(SipIncomingCall call) => _exchange.OnInvite(call);
}
