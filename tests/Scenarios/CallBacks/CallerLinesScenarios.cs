using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Tests.Scenarios.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.CallBacks;

/// <summary>Calls coming in do not starve while an action takes every line that it may, nor the action while they come.</summary>
public sealed class CallerLinesScenarios
{
    [Fact]
    public async Task Callers_WhileEveryLineIsBusy_FindTheirReserveAndThenWhatFalls()
    {
        await using var node = await TestNode.Start(CallBackNode.Carrier);
        var controlRoom = new ControlRoomPhone();
        var town = await Town.Found(node, 60, outTo: 200);
        var phones = town.Residents.Select(resident => resident.Phone.Is(PhoneHabit.AnswersAndHolds)).ToArray();
        var action = await TestAction.Start(node, town, radius: 250);

        // Of 40 channels two are kept: the action never has them.
        await PhoneNetwork.Until("38 lines are busy", () => action.Calls.Count(call => call.Answered && !call.Over) == 38);
        var first = Calls();
        await first.ShouldBeConnected();

        // The next one rings until somebody hangs up: what falls free is theirs before it is the action's.
        var second = Calls();
        await PhoneNetwork.Until("the dialer may hold two less", () => node.Get<TrunkBoard>().Trunks[TestNode.Carrier].Lines == 36);
        Assert.Empty(second.Heard);
        foreach (var phone in phones.Where(phone => phone.Calls.Count > 0).Take(20))
        {
            phone.HangUp();
        }

        await second.ShouldBeConnected();
        first.HangUp();
        second.HangUp();
        await first.ShouldBeServed();
        await second.ShouldBeServed();

        // And the action goes on with all that is left.
        foreach (var phone in phones)
        {
            phone.Is(PhoneHabit.Answers);
        }

        await PhoneNetwork.Until("the others were called", () => phones.All(phone => phone.Calls.Count > 0));
        foreach (var call in action.Calls.Where(call => !call.Over))
        {
            node.Phones.HangUp(call);
        }

        await action.UntilComplete();
        await action.ShouldBeSound(60);
        return;

        ScriptedCaller Calls() => CallBackNode.Calls(node, null, controlRoom);
    }

    [Fact]
    public async Task Caller_WhileThereIsNoLineForLong_HearsThatItIsBusy()
    {
        var patience = TimeSpan.FromMilliseconds(300);
        await using var node = await TestNode.Start(CallBackNode.Carrier);
        node.Get<Microsoft.Extensions.Options.IOptions<CallBackOptions>>().Value.LongestWait = patience;
        var controlRoom = new ControlRoomPhone();
        var town = await Town.Found(node, 38, outTo: 200);
        town.Residents.ToList().ForEach(resident => resident.Phone.Is(PhoneHabit.AnswersAndHolds));
        var action = await TestAction.Start(node, town, radius: 250);
        await PhoneNetwork.Until("38 lines are busy", () => action.Calls.Count(call => call.Answered) == 38);
        var first = CallBackNode.Calls(node, null, controlRoom);
        await first.ShouldBeConnected();

        var second = CallBackNode.Calls(node, null, controlRoom);
        await second.ShouldBeServed();
        Assert.Equal(486, second.Refusal);
        var gone = CallBackNode.Calls(node, null, controlRoom);
        gone.HangUp();
        await gone.ShouldBeServed();
        Assert.Equal(0, gone.Refusal);

        first.HangUp();
        await first.ShouldBeServed();
    }

    [Fact]
    public async Task Caller_WhereTheLineIsOff_IsTurnedDown()
    {
        await using var node = await TestNode.Start(CallBackNode.Carrier);
        node.Get<Microsoft.Extensions.Options.IOptions<CallBackOptions>>().Value.Enabled = false;
        var caller = CallBackNode.Calls(node, null, new ControlRoomPhone());
        await caller.ShouldBeServed();
        Assert.Equal(480, caller.Refusal);
    }

    [Fact]
    public async Task Callers_BeyondTheMost_AreTurnedDown()
    {
        await using var node = await TestNode.Start(CallBackNode.Carrier);
        node.Get<Microsoft.Extensions.Options.IOptions<CallBackOptions>>().Value.MostCallers = 1;
        var controlRoom = new ControlRoomPhone();
        var first = CallBackNode.Calls(node, null, controlRoom);
        await first.ShouldBeConnected();
        var second = CallBackNode.Calls(node, null, controlRoom);
        await second.ShouldBeServed();
        Assert.Equal(480, second.Refusal);
        first.HangUp();
        await first.ShouldBeServed();
    }
}
