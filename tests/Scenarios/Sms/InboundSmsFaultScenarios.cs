using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Tests.Scenarios.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Sms;

/// <summary>Nothing that was acknowledged is lost, and nothing is done twice, whatever dies in between.</summary>
public sealed class InboundSmsFaultScenarios
{
    [Fact]
    public async Task Database_Away_LeavesTheMessageWithTheCarrierAndOfferedAgainItIsTaken()
    {
        await using var node = await TestNode.Start();
        var town = await Town.FoundAt(node, 50);
        var action = await Done(node, town);
        var phone = new TextingPhone(node, town.Residents[0].Phone.Number);
        var faults = node.Get<SmsFaults>();
        faults.Break(nameof(IInboundSmsStore.Add), nameof(IInboundSmsStore.ReadWaiting), nameof(IInboundSmsStore.ReadDue));
        Assert.Equal(InboundSmsAnswer.NotNow, await phone.Sends("Rode jas"));

        faults.Mend();
        Assert.Equal(InboundSmsAnswer.Stored, await phone.Sends("Rode jas"));
        await phone.UntilReceived(1);
        Assert.Single((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
    }

    [Theory]
    [InlineData(nameof(IInboundSmsStore.Decide))]
    [InlineData(nameof(IInboundSmsStore.TakeReply))]
    [InlineData(nameof(IInboundSmsStore.Finish))]
    public async Task Node_KilledBetweenStoringAndDealing_DealsWithItOnceAfterItsStart(string step)
    {
        var node = await TestNode.Start();
        try
        {
            var town = await Town.FoundAt(node, 50, 60);
            var action = await Done(node, town);
            node.Get<SmsFaults>().Break(step);
            var tells = new TextingPhone(node, town.Residents[0].Phone.Number);
            var leaves = new TextingPhone(node, town.Residents[1].Phone.Number);
            Assert.Equal(InboundSmsAnswer.Stored, await tells.Sends("Rode jas"));
            Assert.Equal(InboundSmsAnswer.Stored, await leaves.Sends("STOP"));

            // Where the reply went out before the kill, it does not go out again.
            var repliedBefore = step == nameof(IInboundSmsStore.Finish);
            if (repliedBefore)
            {
                await tells.UntilReceived(1);
                await leaves.UntilReceived(1);
            }

            node = await node.KillAndRestart(channels: 40, ringSeconds: 1);
            (tells, leaves) = (new TextingPhone(node, tells.Number), new TextingPhone(node, leaves.Number));
            await tells.UntilHandled();
            Assert.Equal(repliedBefore ? 0 : 1, tells.Received.Count);
            Assert.Equal(repliedBefore ? 0 : 1, leaves.Received.Count);
            Assert.Equal(InboundSmsAnswer.Repeated, await tells.Sends("Rode jas"));
            await tells.UntilHandled();

            action.On(node);
            Assert.Single((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
            var dossier = await action.Dossier();
            foreach (var type in new[] { "tip", "tip-acknowledged", "sms-received", "sms-replied" })
            {
                Assert.Single(dossier, entry => entry.Type == type);
            }

            Assert.Equal(ParticipantStatus.Left, (await node.Get<IParticipantStore>().Read(town.Residents[1].Id))!.Status);
            await action.ShouldBeVerified();
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    private static async Task<TestAction> Done(TestNode node, Town town)
    {
        var action = await TestAction.Start(node, town, radius: 200);
        await action.UntilComplete();
        return action;
    }
}
