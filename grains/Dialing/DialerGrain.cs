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
/// <remarks>Places spoken calls: pulling keeps all lines busy.</remarks>
[GrainType(Dialers.Voice)]
[GrainDirectory(GrainDirectoryName = DialerDirectory.Name)]
[Reentrant]
[DialerPlacement]
[Immovable]
[KeepAlive]
internal sealed partial class DialerGrain(
    IVoiceGateways gateways,
    ILocalSiloDetails silo,
    CarrierList carriers,
    TrunkBoard board,
    DialingInstruments instruments,
    TimeProvider time,
    ILogger<DialerGrain> logger
) : Dialer(silo, carriers, board, instruments, time, logger)
{
    private readonly Channel<VoiceCallNews> _news = Channel.CreateUnbounded<VoiceCallNews>(new() { SingleReader = true });
    private IVoiceGateway _gateway = null!;

    protected override void Open(CarrierOptions carrier)
    {
        _gateway = gateways.For(carrier.Name);
        _ = PumpNews();
    }

    protected override void TakeShare(CarrierLease lease)
    {
        if (lease.CallsPerSecond > 0)
        {
            // Without a share nothing is placed; what still waits there was placed under the one before.
            _gateway.Limit(lease.CallsPerSecond, RateWindow.AtTheGateway);
        }
    }

    protected override async Task Read(DialerAction action, int message)
    {
        var grain = GrainFactory.GetGrain<IActionGrain>(action.ActionId);
        foreach (var language in Enum.GetValues<Language>())
        {
            if (await grain.ReadMessage(language, message) is { } spoken)
            {
                _gateway.Load(action.ActionId, message, spoken);
                action.MessageMilliseconds[(message, language)] = spoken.DurationMilliseconds;
            }
        }
    }

    protected override void Unload(Guid actionId) => _gateway.Unload(actionId);

    protected override void Place(DialerAction action, DialerLane lane, CallOrder order, long askedAt, int epoch)
    {
        var call = new VoiceCall
        {
            ActionId = action.ActionId,
            Lane = lane.Lane,
            Practice = action.Practice,
            Order = order,
            CallBackNumber = Options.CallBackNumber,
            RingLimit = Options.RingLimit,
            LingerAfterMessage = Options.LingerAfterMessage,
            Epoch = epoch,
            Permit = action.Permit,
            Lines = Lines,
            AskedAt = askedAt,
            News = _news.Writer,
        };
        var now = Time.GetTimestamp();
        var length = action.MessageMilliseconds.GetValueOrDefault((order.Message, order.Language));
        Book.Placed(lane, new DialedCall(call, length) { Prefix = Prefixes.Start(order.Number, now) });
        Rate.Start(now, CallsPerSecond);
        Instruments.CallPlaced(Carrier);
        Rest = Rest.Started(order.Nonce, Now());
        _gateway.Place(call);
    }

    protected override void Cancel(DialedAttempt attempt, bool cut)
    {
        if (attempt is not DialedCall call)
        {
            return;
        }

        if (cut)
        {
            _gateway.HangUp(call.Call);
        }
        else
        {
            _gateway.CancelUnanswered(call.Call);
        }
    }

    private async Task PumpNews()
    {
        await foreach (var news in _news.Reader.ReadAllAsync())
        {
            if (Book.Apply(news) is { } prefix)
            {
                Prefixes.End(prefix);
            }

            Instruments.Heard(Carrier, news);
            TellFirstRing(news);
            Judge(news.Call, news.Call.Order.Nonce, RestPolicy.Sign(news), news.End, news.SipStatus, RestPolicy.Asked(news));
        }
    }

    private void TellFirstRing(in VoiceCallNews news)
    {
        if (news.Kind is VoiceCallNewsKind.Ringing or VoiceCallNewsKind.Answered && Book.Find(news.Call.ActionId) is { Rang: false } action)
        {
            action.Rang = true;
            _ = GrainFactory.GetGrain<IActionGrain>(action.ActionId).Rang(news.At).AsTask();
        }
    }
}
