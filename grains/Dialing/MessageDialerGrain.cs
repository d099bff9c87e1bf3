using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Orleans.Placement;

namespace Burgernet.Grains.Dialing;

/// <summary>Key: <c>{carrier}|{silo address with generation}</c>. Everything interleaves: no step waits for another, state changes only between awaits.</summary>
/// <remarks>Submits texts: pulling keeps the carrier's rate and window used. Claims, and what became of texts, go to the lanes in batches.</remarks>
[GrainType(Dialers.Text)]
[GrainDirectory(GrainDirectoryName = DialerDirectory.Name)]
[Reentrant]
[DialerPlacement]
[Immovable]
[KeepAlive]
internal sealed partial class MessageDialerGrain(
    IMessageGateways gateways,
    ILocalSiloDetails silo,
    CarrierList carriers,
    TrunkBoard board,
    DialingInstruments instruments,
    TimeProvider time,
    ILogger<MessageDialerGrain> logger
) : Dialer(silo, carriers, board, instruments, time, logger)
{
    private readonly Dictionary<(Guid ActionId, int Message, Language Language), TextToSend> _texts = [];
    private readonly Channel<MessageNews> _news = Channel.CreateUnbounded<MessageNews>(new() { SingleReader = true });
    private IMessageGateway _gateway = null!;
    private int _mostWeight = 1;

    /// <summary>The longest text that is known: whatever a pull brings, the limits hold. Asked for each text, so it is kept.</summary>
    protected override int MostWeight => _mostWeight;

    protected override void Open(CarrierOptions carrier)
    {
        _gateway = gateways.For(carrier.Name);
        _ = PumpNews();
    }

    protected override async Task Read(DialerAction action, int message)
    {
        var grain = GrainFactory.GetGrain<IActionGrain>(action.ActionId);
        foreach (var language in Enum.GetValues<Language>())
        {
            if (await grain.ReadText(language, message, Options.Medium) is { } text)
            {
                _texts[(action.ActionId, message, language)] = text;
                _mostWeight = Math.Max(_mostWeight, text.Segments);
            }
        }
    }

    protected override void Unload(Guid actionId)
    {
        foreach (var key in _texts.Keys.Where(key => key.ActionId == actionId).ToArray())
        {
            _texts.Remove(key);
        }

        _mostWeight = _texts.Values.Select(text => text.Segments).DefaultIfEmpty(1).Max();
    }

    protected override void Place(DialerAction action, DialerLane lane, CallOrder order, long askedAt, int epoch)
    {
        var known = _texts.TryGetValue((action.ActionId, order.Message, order.Language), out var words);
        var text = new TextMessage
        {
            ActionId = action.ActionId,
            Lane = lane.Lane,
            Practice = action.Practice,
            Medium = Options.Medium,
            Order = order,
            Kind = words?.Kind ?? MessageKind.Call,
            Text = words?.Text ?? "",
            Subject = words?.Subject ?? "",
            TextLanguage = words?.In,
            Segments = words?.Segments ?? 1,
            Sender = Options.SenderOf(words?.ControlRoom ?? ""),
            Deadline = order.Deadline,
            Epoch = epoch,
            Permit = action.Permit,
            Lines = Lines,
            AskedAt = askedAt,
            News = _news.Writer,
        };
        var now = Time.GetTimestamp();
        Book.Placed(lane, new DialedText(text) { Prefix = Prefixes.Start(order.Number, now) });
        Rate.Start(now, CallsPerSecond, text.Segments);
        Instruments.TextSubmitted(Carrier);
        Rest = Rest.Started(order.Nonce, Now());
        if (known)
        {
            _gateway.Submit(text);
        }
        else
        {
            // The API takes no message without a text for each of its media; nobody gets an empty one.
            LogNoText(Logger, action.ActionId, order.Message);
            _news.Writer.TryWrite(new MessageNews(text, MessageNewsKind.Refused, Time.GetUtcNow(), [], ForGood: true));
        }
    }

    /// <summary>What was submitted cannot be taken back; what was not is withheld, for its permission or lease is void.</summary>
    protected override void Cancel(DialedAttempt attempt, bool cut) { }

    private async Task PumpNews()
    {
        await foreach (var news in _news.Reader.ReadAllAsync())
        {
            if (Book.Apply(news) is { } prefix)
            {
                Prefixes.End(prefix);
            }

            var end = TextPolicy.EndOf(news);
            Instruments.Heard(Carrier, news, end);
            Judge(news.Message, news.Message.Order.Nonce, TextPolicy.Sign(news), end, news.Status, TextPolicy.Asked(news));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Action {ActionId} has no text for its message {Message}: it is given up")]
    private static partial void LogNoText(ILogger logger, Guid actionId, int message);
}
