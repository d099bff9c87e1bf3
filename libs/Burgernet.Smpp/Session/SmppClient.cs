using System.Net;
using System.Security.Cryptography;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Smpp.Session;

/// <summary>An ESME: keeps one session with an SMSC, binds anew whenever it is lost, sends messages and takes those that come in.</summary>
public sealed class SmppClient : IAsyncDisposable
{
    private const int LongestQueryResponse = 128;

    private readonly SmppClientOptions _options;
    private readonly ISmppClientOwner _owner;
    private readonly TimeProvider _time;
    private readonly Dialler _dialler;
    private readonly SendRate _rate;
    private readonly BackOff _backOff;
    private readonly SmppInstruments _instruments;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly Task _running;
    private TaskCompletionSource _bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SmppLink? _link;
    private volatile SmppClientState _state;
    private volatile SmppFailure _lastFailure;
    private volatile CommandStatus _lastBindStatus;
    private volatile bool _isStopping;
    private int _isDisposed;

    private SmppClient(SmppClientOptions options, ISmppClientOwner owner, TimeProvider time)
    {
        _options = options;
        _owner = owner;
        _time = time;
        _dialler = new Dialler(options, time);
        _rate = new SendRate(options.MaxPerSecond);
        _backOff = new BackOff(options.FirstBackOff, options.LongestBackOff, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        _instruments = new SmppInstruments(Meters, options.Name, () => _link, _rate);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Where it is.</summary>
    public SmppClientState State => _state;

    /// <summary>Why the last connection could not be had, or ended.</summary>
    public SmppFailure LastFailure => _lastFailure;

    /// <summary>What the SMSC answered to the last bind.</summary>
    public CommandStatus LastBindStatus => _lastBindStatus;

    /// <summary>Where outbinds are taken, or null.</summary>
    public IPEndPoint? OutbindEndPoint => _dialler.LocalEndPoint;

    /// <summary>Requests that are sent and not answered.</summary>
    public int InFlight => _link?.InFlight ?? 0;

    /// <summary>Requests a second that may be sent now: what is agreed, or less where the SMSC asked for it; infinite where there is no limit.</summary>
    public double RateLimit => _rate.Limit;

    internal LinkMeters Meters { get; } = new();

    /// <summary>Starts one; it connects by itself.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="owner">Who it works for.</param>
    /// <param name="time">Clock; the system's by default.</param>
    /// <exception cref="ArgumentException">A setting cannot be.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address to listen on for outbinds cannot be had.</exception>
    public static SmppClient Start(SmppClientOptions options, ISmppClientOwner owner, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(owner);
        return options.Examine() is { } reason
            ? throw new ArgumentException(reason, nameof(options))
            : new SmppClient(options, owner, time ?? TimeProvider.System);
    }

    /// <summary>Waits until it is bound.</summary>
    public Task WaitUntilBoundAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return _bound.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>submit_sm. Waits for its turn behind window and rate, then for the response; at once <see cref="SubmitOutcome.NotSent"/> where there is no session.</summary>
    /// <param name="request">The SMS.</param>
    public ValueTask<SubmitResult> SubmitAsync(in SubmitRequest request) => SendAsync(new MessageBody(CommandId.SubmitSm, request));

    /// <summary>data_sm: the message goes in message_payload, within <see cref="SubmitRequest.Tlvs"/>.</summary>
    /// <param name="request">The SMS; what data_sm has no field for is left out.</param>
    public ValueTask<SubmitResult> SendDataAsync(in SubmitRequest request) => SendAsync(new MessageBody(CommandId.DataSm, request));

    /// <summary>cancel_sm.</summary>
    /// <param name="id">The SMSC's name for the message.</param>
    /// <param name="source">Its source, as it was submitted.</param>
    /// <param name="destination">Its destination.</param>
    public ValueTask<SubmitResult> CancelAsync(MessageId id, SmppAddress source, SmppAddress destination) =>
        SendAsync(new QueryBody(CommandId.CancelSm, id, new SubmitRequest { Source = source, Destination = destination }));

    /// <summary>replace_sm.</summary>
    /// <param name="id">The SMSC's name for the message.</param>
    /// <param name="request">Its source, as it was submitted; and the new text, validity period and receipts.</param>
    public ValueTask<SubmitResult> ReplaceAsync(MessageId id, in SubmitRequest request) =>
        SendAsync(new QueryBody(CommandId.ReplaceSm, id, request));

    /// <summary>query_sm.</summary>
    /// <param name="id">The SMSC's name for the message.</param>
    /// <param name="source">Its source, as it was submitted.</param>
    public async Task<QueryResult> QueryAsync(MessageId id, SmppAddress source)
    {
        var response = new byte[LongestQueryResponse];
        var result = await SendAsync(new QueryBody(CommandId.QuerySm, id, new SubmitRequest { Source = source }), response);
        return Read(result, response);
    }

    /// <summary>Stops politely: takes nothing new, sends what waits and hears its answers within the grace, unbinds, closes.</summary>
    /// <param name="grace">How long that may take; what is unanswered then is unknown.</param>
    public async Task StopAsync(TimeSpan grace)
    {
        lock (_lock)
        {
            _isStopping = true;
        }

        if (_link is { } link)
        {
            await link.CloseAsync(grace);
        }

        await _stop.CancelAsync();
        await _running;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await StopAsync(TimeSpan.Zero);
        _dialler.Dispose();
        _instruments.Dispose();
        _stop.Dispose();
    }

    private static QueryResult Read(in SubmitResult result, byte[] response)
    {
        if (result.Outcome != SubmitOutcome.Accepted)
        {
            return new QueryResult(result.Outcome, result.Status, default, 0, default);
        }

        // It was examined when it came; behind it stand the zeros of the buffer, which are cut off by reading field after field.
        var reader = new Codec.FieldReader(response);
        reader.Text(Codec.FieldSizes.MessageId);
        var isTime = SmppTime.TryParse(reader.Text(Codec.FieldSizes.Time), out var date);
        return new QueryResult(result.Outcome, result.Status, (MessageState)reader.Octet(), reader.Octet(), isTime ? date : default);
    }

    private ValueTask<SubmitResult> SendAsync<T>(in T body, byte[]? response = null)
        where T : struct, IRequestBody
    {
        if (_link is { } link)
        {
            return link.Request(body, response);
        }

        LinkMeters.Count(ref Meters.Outcomes[(int)SubmitOutcome.NotSent]);
        return new(SubmitResult.Kept(_isStopping ? SubmitBarrier.Closing : SubmitBarrier.NotBound));
    }

    private async Task RunAsync()
    {
        var failure = SmppFailure.None;
        while (!_stop.IsCancellationRequested)
        {
            Enter(SmppClientState.Connecting, failure);
            failure = await SessionAsync();
            if (_isStopping || _stop.IsCancellationRequested)
            {
                break;
            }

            Enter(SmppClientState.BackingOff, failure);
            try
            {
                await Task.Delay(_backOff.Next(failure == SmppFailure.BindRefused), _time, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        Enter(SmppClientState.Stopped, failure);
    }

    /// <summary>One connection from beginning to end.</summary>
    private async Task<SmppFailure> SessionAsync()
    {
        var (wire, failure) = await _dialler.OpenAsync(_stop.Token);
        if (wire is null)
        {
            return failure;
        }

        var session = new ClientSession(_options, _owner);
        var link = new SmppLink(wire, _options.Link, _rate, Meters, _time, session, _owner.OnMessageAsync);
        link.Start();
        failure = await BindAsync(session, link);
        if (failure != SmppFailure.None)
        {
            link.End(failure);
            return failure;
        }

        lock (_lock)
        {
            _link = link;
            _backOff.Reset();
        }

        Enter(SmppClientState.Bound, SmppFailure.None);
        if (_isStopping)
        {
            // StopAsync came while we bound, and saw no link.
            await link.CloseAsync(TimeSpan.Zero);
        }

        failure = await link.Ended;
        _link = null;
        return failure;
    }

    private async Task<SmppFailure> BindAsync(ClientSession session, SmppLink link)
    {
        using var limit = new CancellationTokenSource(_options.ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        try
        {
            var status = await session.BindAsync(link, either.Token);
            _lastBindStatus = status ?? _lastBindStatus;
            return status switch
            {
                CommandStatus.Ok => SmppFailure.None,
                null => await link.Ended,
                _ => SmppFailure.BindRefused,
            };
        }
        catch (OperationCanceledException)
        {
            return _stop.IsCancellationRequested ? SmppFailure.Closed : SmppFailure.TimedOut;
        }
    }

    private void Enter(SmppClientState state, SmppFailure failure)
    {
        lock (_lock)
        {
            _state = state;
            _lastFailure = failure == SmppFailure.None ? _lastFailure : failure;
            if (state == SmppClientState.Bound)
            {
                _bound.TrySetResult();
            }
            else if (_bound.Task.IsCompleted)
            {
                _bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        try
        {
            _owner.OnState(state, failure);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The owner's affair; the session goes on.
            LinkMeters.Count(ref Meters.HandlerFaults);
        }
    }
}
