using System.Collections.Concurrent;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>One node's way into the phone network. It looks a last time before the INVITE as the real one does, and that the claim is in the database.</summary>
internal sealed class ScriptedVoiceGateway(PhoneNetwork network, string carrier, Func<VoiceCall, bool> claimIsStored, TimeProvider time)
    : IVoiceGateway
{
    private readonly ConcurrentDictionary<(Guid, int), SpokenMessage> _messages = new();
    private readonly ConcurrentBag<string> _unclaimed = [];
    private volatile bool _dead;

    /// <summary>Calls that were placed with no claim in the database: there must be none.</summary>
    public IReadOnlyCollection<string> Unclaimed => _unclaimed;

    /// <summary>The node is gone from one moment to the next: nothing leaves it any more and nobody hears its calls.</summary>
    public void Die() => _dead = true;

    public void Load(Guid actionId, int message, SpokenMessage spoken) => _messages[(actionId, message)] = spoken;

    public void Unload(Guid actionId)
    {
        foreach (var key in _messages.Keys.Where(key => key.Item1 == actionId))
        {
            _messages.TryRemove(key, out _);
        }
    }

    public void Limit(int calls, TimeSpan within)
    {
        // What leaves when is the real one's business.
    }

    public void Place(VoiceCall call)
    {
        if (_dead)
        {
            return;
        }

        if (!claimIsStored(call))
        {
            _unclaimed.Add(call.Order.ToString());
        }

        if (!_messages.ContainsKey((call.ActionId, call.Order.Message)) || !call.MayStart(time))
        {
            call.News.TryWrite(new VoiceCallNews(call, VoiceCallNewsKind.Ended, time.GetUtcNow(), CallEnd.Withheld));
            return;
        }

        call.Handle = network.Ring(call, carrier);
    }

    public void CancelUnanswered(VoiceCall call)
    {
        if (!_dead && call.Handle is PlacedCall placed)
        {
            network.EndUnanswered(placed, CallEnd.CancelledByStop);
        }
    }

    public void HangUp(VoiceCall call)
    {
        if (!_dead && call.Handle is PlacedCall placed)
        {
            network.EndUnanswered(placed, CallEnd.CancelledByStop);
            network.Cut(placed);
        }
    }
}
