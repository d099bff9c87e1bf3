using System.Globalization;
using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Two nodes on one PostgreSQL: one is killed, one leaves, one is frozen and wakes.</summary>
public sealed class ClusterTests(PostgresServer server)
{
    [Fact]
    public async Task Cluster_ANodeKilledInTheMiddle_TheOtherGoesOnAndNobodyWhoAnsweredIsCalledAgain()
    {
        await using var cluster = await ClusterBench.Create(server, ClusterBench.FewerDeliveries);
        var first = await cluster.Join();
        var second = await cluster.Join();
        using var room = new ControlRoom(first.Address);
        using var other = new ControlRoom(second.Address);
        var action = await ClusterBench.Start(room);
        await Eventually.Holds("both nodes had placed calls", () => Task.FromResult(cluster.Incarnations() == 2), ClusterBench.Patience);
        await Eventually.Holds("100 deliveries were done", () => ClusterBench.IsDone(room, action, 100), ClusterBench.Patience);

        // So few people are two lanes.
        const string OneLane = """microsoft_orleans_orleans_catalog_activations{grain_type="lane"} 1""";
        Assert.Contains(OneLane, await room.Text("/metrics"), StringComparison.Ordinal);
        Assert.Contains(OneLane, await other.Text("/metrics"), StringComparison.Ordinal);

        await first.Kill();
        var answered = cluster.Database.AnsweredNumbers();
        var callsBefore = cluster.Calls.Count;
        Assert.NotEmpty(answered);
        await Eventually.Holds(
            "the action was complete on the node that lives",
            () => ClusterBench.IsComplete(other, action),
            ClusterBench.Patience,
            () => second.Output
        );

        var calls = await cluster.ShouldBeSound(other, action);
        Assert.DoesNotContain(calls.Skip(callsBefore), call => answered.Contains(call.Called));
    }

    [Fact]
    public async Task Cluster_ANodeJoinsAndAnotherLeavesPolitely_NobodyIsLostOrCalledTwice()
    {
        await using var cluster = await ClusterBench.Create(server, ClusterBench.ManyDeliveries);
        var first = await cluster.Join();
        using var room = new ControlRoom(first.Address);
        var action = await ClusterBench.Start(room);
        await Eventually.Holds("50 deliveries were done", () => ClusterBench.IsDone(room, action, 50), ClusterBench.Patience);

        var second = await cluster.Join();
        await Eventually.Holds(
            "the node that joined had placed calls",
            () => Task.FromResult(cluster.Incarnations() == 2),
            ClusterBench.Patience
        );

        first.Terminate();
        Assert.Equal(0, await first.Ended(TimeSpan.FromMinutes(1)));

        using var other = new ControlRoom(second.Address);
        await Eventually.Holds(
            "the action was complete on the node that stayed",
            () => ClusterBench.IsComplete(other, action),
            ClusterBench.Patience,
            () => second.Output
        );

        var calls = await cluster.ShouldBeSound(other, action);
        var spokenTo = calls.Where(call => call.Answered is not null && call.RtpPackets > 0).CountBy(call => call.Called);
        Assert.DoesNotContain(spokenTo, number => number.Value > 1);
    }

    /// <summary>Frozen when its claims are stored and it has not heard so yet: their commit is held for a second, in which the node is stopped.</summary>
    [Fact]
    public async Task Cluster_ANodeFrozenBetweenClaimAndInvite_CallsNobodyOfThemWhenItWakes()
    {
        await using var cluster = await ClusterBench.Create(server, ClusterBench.FewerDeliveries);
        var port = FreeUdpPort.TakeWithTcp();
        var sleeper = await cluster.Join(port);
        var other = await cluster.Join();
        var dialer = $"%:{port.ToString(CultureInfo.InvariantCulture)}@%";
        cluster.Database.Execute(
            $"""
            create table test_hold (dialer text not null);
            create table test_held (tx bigint not null, call_id text not null, claimed_at timestamptz not null);
            create function test_hold_commit() returns trigger language plpgsql as $$
            begin
              if new.incarnation not like '{dialer}' then return null; end if;
              delete from test_hold;
              if found then
                insert into test_held values (txid_current(), new.call_id, new.claimed_at);
                perform pg_sleep(1);
              elsif exists (select 1 from test_held where tx = txid_current()) then
                insert into test_held values (txid_current(), new.call_id, new.claimed_at);
              end if;
              return null;
            end $$;
            create constraint trigger test_hold after insert on attempt deferrable initially deferred
              for each row execute function test_hold_commit();
            """
        );
        using var room = new ControlRoom(other.Address);
        var action = await ClusterBench.Start(room);
        await Eventually.Holds("both nodes had placed calls", () => Task.FromResult(cluster.Incarnations() == 2), ClusterBench.Patience);

        const string Arm = "delete from test_held; insert into test_hold values ('')";
        cluster.Database.Execute(Arm);
        await Eventually.Holds(
            "claims of the node were being committed",
            () =>
            {
                var held = cluster.Database.Number(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
                );
                if (held == 0 && cluster.Database.Number("select count(*) from test_held") > 0)
                {
                    // It was over before it was seen: the next ones.
                    cluster.Database.Execute(Arm);
                }

                return held > 0;
            },
            ClusterBench.Patience,
            () =>
                string.Join(
                    '\n',
                    cluster.Database.Texts(
                        """
                        select incarnation || ': ' || count(*) || ' claims, last at ' || max(claimed_at) from attempt group by incarnation
                        union all select count(*) || ' held' from test_held union all select 'now ' || now()
                        """
                    )
                )
        );
        sleeper.Freeze();
        var dead = string.Create(
            CultureInfo.InvariantCulture,
            $"select count(*) from orleans_membership where port = {port} and status = 6"
        );
        await Eventually.Holds(
            "the other counted it as dead",
            () => Task.FromResult(cluster.Database.Number(dead) == 1),
            ClusterBench.Patience,
            () => other.Output
        );
        var up = cluster.Calls.Where(call => call.Ended is null).Select(call => call.CallId).ToHashSet(StringComparer.Ordinal);
        var others = cluster.Database.Texts(
            string.Create(CultureInfo.InvariantCulture, $"select call_id from attempt where incarnation not like '{dialer}'")
        );
        up.RemoveWhere(call => others.Contains(call.Split('@')[0]));
        sleeper.Unfreeze();

        await Eventually.Holds(
            "the action was complete on the node that was awake",
            () => ClusterBench.IsComplete(room, action),
            ClusterBench.Patience,
            () => other.Output
        );
        var held = cluster.Database.Texts("select call_id from test_held");
        Assert.NotEmpty(held);
        var calls = await cluster.ShouldBeSound(room, action);
        Assert.DoesNotContain(calls, call => held.Contains(call.CallId.Split('@')[0]));

        // Whoever was still on its lines when it woke was hung up on: nobody waited in silence for the carrier to notice.
        Assert.NotEqual(0, await sleeper.Ended(ClusterBench.Patience));
        await Eventually.Holds(
            "the calls of the node that woke were over",
            () => cluster.Calls.Where(call => up.Contains(call.CallId)).All(call => call.Ended is not null),
            ClusterBench.Patience
        );
        Assert.DoesNotContain(cluster.Calls.Where(call => up.Contains(call.CallId)), call => call.EndedBy == PracticeCallEnder.Carrier);
    }
}
