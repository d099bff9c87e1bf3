using Burgernet.CallBacks;

namespace Burgernet.Grains.Dialing;

/// <summary>A participant of this lane called back.</summary>
internal sealed partial class LaneGrain
{
    public async Task<CalledBackReply> CalledBack(CallBackHeard heard)
    {
        await Write(Ledger.CalledBack(heard, Now(), out var change));
        return new CalledBackReply(Totalled(), change.Replaced, change.Contacted);
    }
}
