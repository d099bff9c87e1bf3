using System.Net;
using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;
using Burgernet.Practice;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Silo.Sms;

/// <summary>Texts by one SMS centre over SMPP: several binds, of which the least busy one takes the next text.</summary>
internal sealed class SmppGateway : IMessageGateway, IAsyncDisposable
{
    /// <summary>How long what was sent may take to be answered when the node stops.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private readonly SmscOptions _options;
    private readonly SmsInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly TextSegments _segments;
    private readonly ReceiptQueue _receipts;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<SmppClient> _senders = [];
    private readonly List<SmppClient> _clients = [];
    private int _disposed;

    /// <summary>Opens its connections; returns at once.</summary>
    /// <param name="carrier">Its name and limits.</param>
    /// <param name="options">How it is reached; without faults.</param>
    /// <param name="peer">Where it is.</param>
    /// <param name="receipts">Who stores receipts.</param>
    /// <param name="sink">Who stores what people send.</param>
    /// <param name="instruments">What is measured.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Log.</param>
    public SmppGateway(
        CarrierOptions carrier,
        SmscOptions options,
        EndPoint peer,
        Func<IReceiptDesk?> receipts,
        Func<IInboundSmsSink?> sink,
        SmsInstruments instruments,
        TimeProvider time,
        ILogger logger
    )
    {
        Carrier = carrier;
        _options = options;
        _instruments = instruments;
        _time = time;
        _segments = new TextSegments(options.LongTexts);
        _receipts = new ReceiptQueue(receipts, logger);
        var reading = new ReceiptReading(carrier.Name, options.ReceiptNames, options.Zone);
        var desk = new SmscDesk(carrier, reading, _receipts, sink, instruments, time, logger, _stopping.Token);
        for (var number = 1; number <= options.Binds; number++)
        {
            var mode = options.Bind == SmscOptions.Pair ? BindMode.Transmitter : BindMode.Transceiver;
            _senders.Add(SmppClient.Start(SmscTransport.ToClient(options, carrier, peer, number, mode), desk, time));
            if (mode == BindMode.Transmitter)
            {
                _clients.Add(SmppClient.Start(SmscTransport.ToClient(options, carrier, peer, number, BindMode.Receiver), desk, time));
            }
        }

        _clients.AddRange(_senders);
        instruments.Opened(this);
    }

    /// <summary>Its name and limits.</summary>
    public CarrierOptions Carrier { get; }

    /// <summary>Connections that there should be.</summary>
    public int Binds => _clients.Count;

    /// <summary>Connections that are bound.</summary>
    public int BindsUp => _clients.Count(static client => client.State == SmppClientState.Bound);

    /// <summary>SMS that are sent and not answered.</summary>
    public int InFlight => _senders.Sum(static client => client.InFlight);

    /// <summary>Why a connection ended, or could not be made, last; none as long as none did.</summary>
    public SmppFailure LastFailure =>
        _clients.Select(static client => client.LastFailure).FirstOrDefault(static one => one != SmppFailure.None);

    /// <summary>Segments a second that its binds may send now: what was agreed, or less where the centre asked to slow down.</summary>
    public double RateLimit => _senders.Sum(static client => client.RateLimit);

    public void Submit(TextMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _ = SubmitAsync(message);
    }

    /// <summary>Sends a text that belongs to no action: a code, a reply. Nobody asks for a receipt of it.</summary>
    /// <param name="practice">Whether it is practice: then it is withheld by a live centre, and else by a practice one.</param>
    /// <param name="number">E.164. Never logged.</param>
    /// <param name="text">What it says.</param>
    /// <param name="sender">Who it is from.</param>
    /// <param name="validity">How long it is worth delivering; null for the centre's own limit.</param>
    public Task<SmsOutcome> Send(bool practice, string number, string text, string sender, TimeSpan? validity) =>
        practice == Carrier.Practice
            ? SendAsync(number, text, sender, validity, permit: null, RegisteredDelivery.None)
            : Task.FromResult(Count(SmsOutcome.Withheld));

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await Task.WhenAll(_clients.Select(static client => client.StopAsync(StopGrace)));
        await _stopping.CancelAsync();
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        await _receipts.DisposeAsync();
        _instruments.Closed(this);
        _stopping.Dispose();
    }

    private async Task SubmitAsync(TextMessage message)
    {
        // The last fence: a practice action never leaves by a live centre, nor a live one by a practice centre.
        var validity = message.Deadline - _time.GetUtcNow();
        var outcome =
            message.Medium != Medium.Sms || message.Practice != Carrier.Practice || validity <= TimeSpan.Zero
                ? Count(SmsOutcome.Withheld)
                : await SendAsync(
                    message.Order.Number,
                    message.Text,
                    message.Sender,
                    validity,
                    new TextPermit(() => message.MayStart(_time)),
                    RegisteredDelivery.Receipt
                );
        message.News.TryWrite(
            new MessageNews(
                message,
                outcome.Kind,
                _time.GetUtcNow(),
                outcome.Ids,
                (int)outcome.Status,
                outcome.ForGood,
                outcome.NoSuchNumber,
                outcome.RetryAfter
            )
        );
    }

    private async Task<SmsOutcome> SendAsync(
        string number,
        string text,
        string sender,
        TimeSpan? validity,
        ISubmitPermit? permit,
        RegisteredDelivery receipts
    )
    {
        // A practice number has no owner: it must never leave this machine.
        if (PracticeNumbers.IsPractice(number) && !_options.IsLoopback)
        {
            return Count(SmsOutcome.Withheld);
        }

        if (_segments.Cut(text) is not { } segments)
        {
            return Count(SmsOutcome.TooLong);
        }

        if (_senders.Where(static client => client.State == SmppClientState.Bound).MinBy(static client => client.InFlight) is not { } bind)
        {
            return Count(SmsOutcome.NotSent);
        }

        var sending = new Task<SubmitResult>[segments.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            sending[i] = bind.SubmitAsync(
                    new SubmitRequest(segments[i])
                    {
                        Source = SmsAddresses.Sender(sender, _options),
                        Destination = SmsAddresses.Receiver(number, _options),
                        ServiceType = _options.ServiceType,
                        ValidityPeriod = Validity(validity),
                        RegisteredDelivery = receipts,
                        Permit = permit,
                    }
                )
                .AsTask();
        }

        return Count(SmsOutcome.Of(await Task.WhenAll(sending), _options.ReceiptNames));
    }

    private SmppTime Validity(TimeSpan? validity) =>
        validity is not { } left ? default
        : _options.AbsoluteValidity ? SmppTime.At(_time.GetUtcNow() + left)
        : SmppTime.After(left);

    private SmsOutcome Count(SmsOutcome outcome)
    {
        _instruments.Ended(Carrier.Name, outcome);
        return outcome;
    }
}
