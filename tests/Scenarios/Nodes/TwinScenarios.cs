using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Tests.Scenarios.Actions;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>Two activations of one dialer: of the silo that its key names, and elsewhere; and one after the other.</summary>
public sealed class TwinScenarios(SharedNode shared)
{
    /// <summary>As many as an action can have, or more.</summary>
    private const int MostLanes = 64;

    /// <summary>Which calls a silo that is gone had is asked of whoever is placed under its key.</summary>
    [Fact]
    public async Task Dialer_OnAnotherSiloThanItsOwn_StartsNothingAndSaysThatNobodyKnowsItsCalls()
    {
        var node = shared.Node;
        var town = await Town.FoundAt(node, 100);
        town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(node, town, radius: 200);
        await town.Residents[0].Phone.ShouldBeAnswered();
        var key = DialerKey.Of(TestNode.Carrier, "127.0.0.1:9@1");
        var twin = Dialers.Of(node.Grains, key, Medium.Voice);

        await Assert.ThrowsAsync<InvalidOperationException>(twin.Start);
        Assert.Null(await twin.InFlight(action.Id, 0));
        await twin.Wake();
        Assert.False(
            await twin.Preview(
                new PreviewOrder
                {
                    PreviewId = Guid.NewGuid(),
                    ActionId = action.Id,
                    Number = (PersonalText)"+31990000042",
                    Language = Language.Dutch,
                    Practice = true,
                    Wait = TimeSpan.FromSeconds(1),
                }
            )
        );

        // What it is told to stop is not its own to stop.
        await twin.StopAction(action.Id, throughEpoch: 9, cut: true);
        var leases = await node.Grains.GetGrain<ICarrierGrain>(TestNode.Carrier).ShowLeases();
        Assert.DoesNotContain(leases.Leases, lease => lease.Dialer == key);
        town.Residents[0].Phone.HangUp();
        await action.UntilComplete();
        town.Residents[0].Phone.ShouldHaveRungOnce();
    }

    /// <summary>"None" would have the calls of the one before made again while they go on: it says that it does not know.</summary>
    [Fact]
    public async Task Dialer_ActivatedAfterTheOneThatHadCalls_DoesNotKnowOfThemAndStartsNothingUntilItIsTold()
    {
        await using var node = await TestNode.Start(channels: 4, ringSeconds: 5);
        var town = await Town.FoundAt(node, 100);
        town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(node, town, radius: 200);
        await town.Residents[0].Phone.ShouldBeAnswered();
        var dialer = Dialers.Of(
            node.Grains,
            DialerKey.Of(TestNode.Carrier, node.Get<ILocalSiloDetails>().SiloAddress.ToParsableString()),
            Medium.Voice
        );
        Assert.Single((await Held(dialer, action))!);

        await TestNode.PutAway(dialer);
        Assert.Null(await Held(dialer, action));
        town.Residents[0].Phone.HangUp();
    }

    /// <summary>Its claims over all lanes; null where it does not know.</summary>
    private static async Task<List<Guid>?> Held(IDialerGrain dialer, TestAction action)
    {
        var held = new List<Guid>();
        for (var lane = 0; lane < MostLanes; lane++)
        {
            if (await dialer.InFlight(action.Id, lane) is not { } nonces)
            {
                return null;
            }

            held.AddRange(nonces);
        }

        return held;
    }
}
