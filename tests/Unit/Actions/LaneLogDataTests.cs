using Burgernet.Dialing;
using Burgernet.Tests.Unit.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

/// <summary>Specimens of what lanes write into the dossier.</summary>
public sealed class LaneLogDataTests
{
    [Fact]
    public void LaneLog_EveryType_IsStoredLikeThis()
    {
        var lane = new LaneBench();
        lane.Add(3, 1, 2);
        var order = Assert.Single(lane.Pull(1));
        lane.Report(lane.Answered(order));
        lane.Report(lane.Heard(order) with { Keys = "1", SipStatus = 200 });
        lane.Stop();

        var one = "00000001-0000-0000-0000-000000000000";
        var two = "00000002-0000-0000-0000-000000000000";
        var at = "2026-03-01T12:00:00+00:00";
        Assert.Equal(
            $$"""
            selected {"band":3,"participants":["{{one}}","{{two}}"],"languages":"nn"}
            claimed {"participant":"{{one}}","attempt":1,"callId":"{{order.Nonce:N}}","carrier":"practice","redial":false,"incarnation":"{{LaneBench.Dialer}}","epoch":1,"deadline":"2026-03-01T12:01:33+00:00"}
            answered {"participant":"{{one}}","attempt":1,"answeredAt":"{{at}}","rangAt":"{{at}}"}
            ended {"participant":"{{one}}","attempt":1,"end":"hung-up-by-us","sipStatus":200,"keys":"1","playedMilliseconds":8000,"result":"confirmed","rangAt":"{{at}}","endedAt":"{{at}}","contacted":true}
            settled {"participant":"{{two}}","result":"not-attempted-stopped","contacted":false}
            """,
            string.Join('\n', lane.Store.Log.Select(entry => $"{entry.Type} {entry.Data}"))
        );
        Assert.DoesNotContain(lane.Store.Log, entry => entry.Data.Contains("+31", StringComparison.Ordinal));
    }

    [Fact]
    public void LaneLog_AttemptThatGoesOn_EndsWithoutAResult()
    {
        var lane = new LaneBench();
        lane.Add(0, 1);
        lane.Report(lane.Ended(Assert.Single(lane.Pull()), CallEnd.Rejected, 503));
        Assert.Contains("\"result\":\"none\",", lane.Store.Log[^1].Data, StringComparison.Ordinal);
    }
}
