using Burgernet.Actions;
using Burgernet.Participants;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class TipScenarios(SharedNode shared)
{
    private const string Words = "Meisje met rode jas bij de molen";
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Tip_WhileItRunsAndAfterItWasStopped_StandsSealedInTheDossierAndIsReadBack()
    {
        var action = await Started();
        var first = await action.Grain.AddTip(TestAction.Act("tip-1"), Tip(Words, "099 1000042"));
        await action.UntilComplete();
        await action.Stop();
        var second = await action.Grain.AddTip(TestAction.Act("tip-2"), Tip("Weer gezien", null));

        var tips = (await action.Grain.ReadTips(TestAction.ControlRoom)).Tips;
        Assert.Equal([first.Receipt!, second.Receipt!], tips.Select(tip => tip.Receipt));
        Assert.Equal((Words, "+31991000042"), (tips[0].Text?.Value, tips[0].Phone?.Value));
        Assert.Equal(("Weer gezien", null), (tips[1].Text?.Value, tips[1].Phone?.Value));

        var dossier = await action.Dossier();
        Assert.Equal(2, dossier.Count(entry => entry.Type == "tip" && entry.Dispatcher == "d-17"));
        Assert.DoesNotContain(dossier, entry => entry.Data.Contains("molen", StringComparison.Ordinal));
        Assert.DoesNotContain(dossier, entry => entry.Data.Contains("12345678", StringComparison.Ordinal));
        await action.ShouldBeVerified();
    }

    [Fact]
    public async Task Tip_WithANumber_IsAcknowledgedByATextMessageOnce()
    {
        var action = await Started();
        await action.Grain.AddTip(TestAction.Act("tip-1"), Tip(Words, "099 1000077"));
        await action.Grain.AddTip(TestAction.Act("tip-1"), Tip(Words, "099 1000077"));
        await action.Grain.AddTip(TestAction.Act("tip-2"), Tip(Words, null));
        await action.UntilComplete();
        IReadOnlyList<ReadTip> tips = [];
        await Eventually.Holds(
            "whoever told it was thanked",
            async () =>
            {
                tips = (await action.Grain.ReadTips(TestAction.ControlRoom)).Tips;
                return tips[0].AcknowledgedAt is not null;
            },
            TimeSpan.FromSeconds(30)
        );
        Assert.Null(tips[1].AcknowledgedAt);
        var message = Assert.Single(_node.Get<SmsBox>().Read(), message => message.To == "+31991000077");
        Assert.Contains("ontvangen", message.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await action.Dossier(), entry => entry.Type == "tip-acknowledged");
        Assert.DoesNotContain("1000077", entry.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tip_Repeated_IsRecordedOnce()
    {
        var action = await Started();
        var first = await action.Grain.AddTip(TestAction.Act("tip"), Tip(Words, null));
        var again = await action.Grain.AddTip(TestAction.Act("tip"), Tip(Words, null));
        Assert.Equal((first.Receipt, true), (again.Receipt, again.Repeated));
        Assert.Single((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
        var other = await action.Grain.AddTip(TestAction.Act("tip") with { Fingerprint = "other" }, Tip("Iets anders", null));
        Assert.Equal(ActionProblemCode.OperationReused, other.Problem?.Code);
        await action.UntilComplete();
    }

    [Fact]
    public async Task Tip_ThatCannotBe_IsRefused()
    {
        var town = await Town.FoundAt(_node, 100);
        var draft = await TestAction.Draft(_node, town, radius: 200);
        Assert.Equal(
            new ActionProblem(ActionProblemCode.NotInThisState, ActionStatus.Draft),
            (await draft.Grain.AddTip(TestAction.Act("tip"), Tip(Words, null))).Problem
        );

        var action = await Started();
        Assert.Equal(ActionProblemCode.PhoneInvalid, (await action.Grain.AddTip(TestAction.Act("t"), Tip(Words, "12"))).Problem?.Code);
        Assert.Equal(
            ActionProblemCode.UnknownAction,
            (await action.Grain.AddTip(TestAction.Act("t", "zwolle"), Tip(Words, null))).Problem?.Code
        );
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.ReadTips("zwolle")).Problem?.Code);
        await action.UntilComplete();
    }

    [Fact]
    public async Task Tip_WhoseKeyIsDestroyed_IsGoneAndTheChainIsWhole()
    {
        var action = await Started();
        await action.Grain.AddTip(TestAction.Act("tip"), Tip(Words, "099 1000042"));
        await action.UntilComplete();
        await _node.Database.Write(sql => new Burgernet.Silo.Storage.WriteStep<int>(
            sql.Execute("delete from tip_key where action_id = $1", action.Id),
            Keep: true
        ));

        var tip = Assert.Single((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
        Assert.Equal((null, null), (tip.Text, tip.Phone));
        await action.ShouldBeVerified();
    }

    private static Tip Tip(string text, string? phone) => new((PersonalText)text, phone is null ? null : (PersonalText)phone);

    private async Task<TestAction> Started()
    {
        var town = await Town.FoundAt(_node, 100);
        return await TestAction.Start(_node, town, radius: 200);
    }
}
