using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Silo.Sms;
using Burgernet.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Burgernet.Tests.Unit.Sms;

/// <summary>A gateway, and what it hands on.</summary>
internal sealed class GatewayRig : IReceiptDesk, IInboundSmsSink, IAsyncDisposable
{
    /// <summary>The longest that a gateway waits before it binds again.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<MessageNews> _news = Channel.CreateUnbounded<MessageNews>();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public GatewayRig(EndPoint smsc, Func<SmscOptions>? options = null, CarrierOptions? carrier = null)
    {
        Carrier =
            carrier
            ?? new CarrierOptions
            {
                Name = "practice-sms",
                Medium = Medium.Sms,
                CallsPerSecond = 1_000,
            };
        var settings = options?.Invoke() ?? new SmscOptions();
        settings.FirstBackOff = TimeSpan.FromMilliseconds(20);
        settings.LongestBackOff = LongestBackOff;
        Gateway = new SmppGateway(
            Carrier,
            settings,
            smsc,
            () => this,
            () => this,
            ActivatorUtilities.CreateInstance<SmsInstruments>(_services),
            TimeProvider.System,
            NullLogger.Instance
        );
    }

    public CarrierOptions Carrier { get; }

    public SmppGateway Gateway { get; }

    public ConcurrentQueue<CarrierReceipt> Receipts { get; } = new();

    public ConcurrentQueue<InboundSms> Incoming { get; } = new();

    /// <summary>How often receipts are refused before they are taken.</summary>
    public int Refusals { get; set; }

    public InboundSmsAnswer Answer { get; set; } = InboundSmsAnswer.Stored;

    public static PracticeSmsc Smsc(PracticeSmsBehaviour behaviour, Func<PracticeSmscOptions, PracticeSmscOptions>? change = null)
    {
        var options = new PracticeSmscOptions
        {
            Mix = PracticeSmsMix.Only(behaviour),
            Delays = PracticeSmsDelays.None,
            Receipts = new PracticeReceipts
            {
                Twice = 0,
                Early = 0,
                Again = TimeSpan.FromMilliseconds(50),
            },
        };
        return PracticeSmsc.Start(change?.Invoke(options) ?? options);
    }

    public Task IsBound() => Eventually.Holds("all is bound", () => Gateway.BindsUp == Gateway.Binds, Patience, () => $"{Gateway.BindsUp}");

    /// <summary>Submits a text and waits for what becomes of it.</summary>
    public async Task<MessageNews> Submit(TextMessage message)
    {
        Gateway.Submit(message);
        return await NextNews();
    }

    /// <summary>Waits for what became of any text.</summary>
    public Task<MessageNews> NextNews() => _news.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public TextMessage Text(
        string text = "Kind vermist: €5",
        bool practice = true,
        string? number = null,
        bool isAllowed = true,
        TimeSpan? left = null
    )
    {
        var now = TimeProvider.System.GetTimestamp();
        var hour = TimeProvider.System.TimestampFrequency * 3_600;
        var (permit, lines) = (new ActionPermit(), new LinePermit());
        permit.Renew(now, hour, epoch: 1);
        lines.Renew(now + hour);
        if (!isAllowed)
        {
            permit.Void(throughEpoch: 1);
        }

        return new TextMessage
        {
            ActionId = Guid.NewGuid(),
            Lane = 0,
            Practice = practice,
            Epoch = 1,
            Permit = permit,
            Lines = lines,
            AskedAt = now,
            Medium = Medium.Sms,
            Order = new CallOrder
            {
                ParticipantId = Guid.NewGuid(),
                Attempt = 1,
                Number = number ?? PracticeNumbers.Format(5678),
                Language = Language.Dutch,
                CallId = "",
                Nonce = Guid.NewGuid(),
                ClaimedAt = TimeProvider.System.GetUtcNow(),
                Band = 0,
                Message = 1,
            },
            Kind = MessageKind.Call,
            Text = text,
            Subject = "",
            Segments = 1,
            Sender = "Burgernet",
            Deadline = left is null ? null : TimeProvider.System.GetUtcNow() + left,
            News = _news.Writer,
        };
    }

    public Task Take(IReadOnlyList<CarrierReceipt> receipts)
    {
        if (Refusals-- > 0)
        {
            throw new Burgernet.Grains.Actions.StoreUnavailableException("away");
        }

        foreach (var receipt in receipts)
        {
            Receipts.Enqueue(receipt);
        }

        return Task.CompletedTask;
    }

    public Task<InboundSmsAnswer> Take(InboundSms message, CancellationToken cancellationToken)
    {
        Incoming.Enqueue(message);
        return Task.FromResult(Answer);
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _services.DisposeAsync();
    }
}
