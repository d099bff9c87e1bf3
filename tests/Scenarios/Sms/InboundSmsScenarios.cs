using Burgernet.Actions;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Sms;
using Burgernet.Tests.Scenarios.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Sms;

/// <summary>What participants and others write by text message, as they see it and as the dossier has it.</summary>
public sealed class InboundSmsScenarios(SmsNode shared) : IClassFixture<SmsNode>
{
    private static int s_strangers;

    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Reply_OfSomebodyWhoWasContacted_IsATipOfTheNewestActionAndThanked()
    {
        var town = await Town.FoundAt(_node, 50);
        var older = await Done(town);
        var newer = await Done(town);
        var phone = PhoneOf(town);
        Assert.Equal(InboundSmsAnswer.Stored, await phone.Sends("Meisje gezien bij de molen"));
        Assert.StartsWith("Burgernet: dank u wel", await phone.UntilReceived(1), StringComparison.Ordinal);
        await phone.UntilHandled();

        var tip = Assert.Single((await newer.Grain.ReadTips(TestAction.ControlRoom)).Tips);
        Assert.Equal(("Meisje gezien bij de molen", phone.Number), (tip.Text?.Value, tip.Phone?.Value));
        Assert.Equal((TipChannel.Sms, false, "system"), (tip.Receipt.Channel, tip.Receipt.Urgent, tip.Receipt.Dispatcher));
        Assert.NotNull(tip.AcknowledgedAt);
        Assert.Empty((await older.Grain.ReadTips(TestAction.ControlRoom)).Tips);
        var dossier = await newer.Dossier();
        Assert.Single(dossier, entry => entry.Type == "tip-acknowledged");
        Assert.DoesNotContain(dossier, entry => entry.Data.Contains("molen", StringComparison.Ordinal));
        await newer.ShouldBeVerified();
        Assert.Equal(0, await Kept("select count(*) from inbound_sms where sealed is not null and state = 'done' and outcome = 'tip'"));
    }

    [Fact]
    public async Task Help_FromAParticipant_IsAnUrgentTipThatIsReadFirstAndSaysToCall112()
    {
        var town = await Town.FoundAt(_node, 50);
        var action = await Done(town);
        var phone = PhoneOf(town);
        await phone.Sends("Rode jas");
        await phone.UntilReceived(1);
        await phone.Sends("HULP! man met mes");
        Assert.Contains("112", await phone.UntilReceived(2), StringComparison.Ordinal);
        await phone.UntilHandled();

        var tips = (await action.Grain.ReadTips(TestAction.ControlRoom)).Tips;
        Assert.Equal(["HULP! man met mes", "Rode jas"], tips.Select(tip => tip.Text?.Value), StringComparer.Ordinal);
        Assert.Equal([true, false], tips.Select(tip => tip.Receipt.Urgent));
        var live = (await action.Grain.Follow(TestAction.ControlRoom, 0, 100)).Entries.Where(entry => entry.Type == "tip").ToArray();
        Assert.Contains("\"channel\":\"sms\",\"urgent\":true", live[1].Data, StringComparison.Ordinal);
        Assert.DoesNotContain("urgent", live[0].Data, StringComparison.Ordinal);
        Assert.DoesNotContain("sealed", live[1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_DuringAnAction_LeavesTheRegisterIsConfirmedAndNobodyCallsThemAnyMore()
    {
        var town = await Town.FoundAt(_node, 50);
        var action = await Done(town);
        var resident = town.Residents[0];
        var phone = PhoneOf(town);
        await phone.Sends(" Stop! ");
        Assert.StartsWith("Burgernet: u bent afgemeld", await phone.UntilReceived(1), StringComparison.Ordinal);
        await phone.UntilHandled();
        Assert.Equal(ParticipantStatus.Left, (await _node.Get<IParticipantStore>().Read(resident.Id))!.Status);

        // Told how it ended, whoever left is not called again.
        var calls = action.MessagesTo(resident).Length;
        await action.Add(MessageKind.Update);
        await action.UntilComplete();
        Assert.Equal(calls, action.MessagesTo(resident).Length);

        var dossier = await action.Dossier();
        var received = Assert.Single(dossier, entry => entry.Type == "sms-received").Data;
        Assert.Contains("\"meaning\":\"stop\"", received, StringComparison.Ordinal);
        Assert.Contains(resident.Id.ToString(), received, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"left\"", Assert.Single(dossier, entry => entry.Type == "sms-replied").Data, StringComparison.Ordinal);
        Assert.DoesNotContain(dossier, entry => entry.Data.Contains(phone.Number, StringComparison.Ordinal));
        await action.ShouldBeVerified();

        // Once more they are nobody: said once, and nothing breaks.
        await phone.Sends("STOP");
        await phone.UntilHandled();
        Assert.Single(phone.Received);
    }

    [Fact]
    public async Task Info_FromAParticipant_IsExplainedAndStandsInTheDossier()
    {
        var town = await Town.FoundAt(_node, 50);
        var action = await Done(town);
        var phone = PhoneOf(town);
        await phone.Sends("info?");
        Assert.Contains("STOP", await phone.UntilReceived(1), StringComparison.Ordinal);
        await phone.UntilHandled();
        Assert.Contains(
            "\"meaning\":\"info\"",
            Assert.Single(await action.Dossier(), entry => entry.Type == "sms-received").Data,
            StringComparison.Ordinal
        );
        Assert.Empty((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
    }

    [Fact]
    public async Task Delivery_Repeated_IsOneTipAndOneReply()
    {
        var town = await Town.FoundAt(_node, 50);
        var action = await Done(town);
        var phone = PhoneOf(town);
        Assert.Equal(InboundSmsAnswer.Stored, await phone.Sends("Rode jas", "smsc-1"));
        Assert.Equal(InboundSmsAnswer.Repeated, await phone.Sends("Rode jas", "smsc-1"));
        Assert.Equal(InboundSmsAnswer.Stored, await phone.Sends("Blauwe jas"));
        Assert.Equal(InboundSmsAnswer.Repeated, await phone.Sends("Blauwe jas"));
        await phone.UntilReceived(2);
        await phone.UntilHandled();
        Assert.Equal(
            ["Rode jas", "Blauwe jas"],
            (await action.Grain.ReadTips(TestAction.ControlRoom)).Tips.Select(tip => tip.Text?.Value),
            StringComparer.Ordinal
        );
        Assert.Equal(2, phone.Received.Count);
    }

    [Fact]
    public async Task Segments_OfALongMessage_AreOneTip()
    {
        var town = await Town.FoundAt(_node, 50);
        var action = await Done(town);
        var phone = PhoneOf(town);
        await phone.Sends(TextingPhone.Message(phone.Number, "naar de Brink") with { Part = new InboundSmsPart(9, 2, 2) });
        await phone.Sends(TextingPhone.Message(phone.Number, "Hij liep ") with { Part = new InboundSmsPart(9, 1, 2) });
        await phone.UntilReceived(1);
        await phone.UntilHandled();
        var tip = Assert.Single((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
        Assert.Equal("Hij liep naar de Brink", tip.Text?.Value);
    }

    [Fact]
    public async Task Stranger_WhoWrites_WaitsInTheInboxIsRepliedOnceAndCanBecomeATip()
    {
        var phone = Stranger();
        await phone.Sends("Ik zag een meisje");
        Assert.Contains("Emergency? Call 112", await phone.UntilReceived(1), StringComparison.Ordinal);
        await phone.Sends("bij de molen");
        await phone.UntilHandled();
        Assert.Single(phone.Received);

        var inbox = await Inbox(phone);
        Assert.Equal(["bij de molen", "Ik zag een meisje"], inbox.Select(sms => sms.Text.Value), StringComparer.Ordinal);
        Assert.All(inbox, sms => Assert.True(sms.Practice && !sms.IsParticipant));
        Assert.Equal($"+31•••••••{phone.Number[^2..]}", inbox[0].MaskedFrom);

        var action = await Done(await Town.FoundAt(_node, 50));
        var assigned = await Assign(inbox[0].Id, action.Id);
        var again = await Assign(inbox[0].Id, action.Id);
        Assert.Equal((assigned.Receipt, true), (again.Receipt, again.Repeated));
        var tip = Assert.Single((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
        Assert.Equal(("bij de molen", phone.Number, "d-17"), (tip.Text?.Value, tip.Phone?.Value, tip.Receipt.Dispatcher));
        Assert.Single(await Inbox(phone));
        Assert.True((await Assign(Guid.NewGuid(), action.Id)).UnknownMessage);
        Assert.Equal(ActionProblemCode.UnknownAction, (await Assign(inbox[1].Id, Guid.NewGuid())).Problem?.Code);
    }

    [Fact]
    public async Task Stranger_WhoAsksForHelp_StandsFirstInTheInboxAndIsToldToCall112()
    {
        var phone = Stranger();
        await phone.Sends("Ik zag iets");
        await phone.UntilReceived(1);
        await phone.Sends("Help");
        Assert.Contains("112", await phone.UntilReceived(2), StringComparison.Ordinal);
        await phone.UntilHandled();
        Assert.Equal([SmsMeaning.Help, SmsMeaning.Tip], (await Inbox(phone)).Select(sms => sms.Meaning));
    }

    [Fact]
    public async Task Sender_ThatIsNoNumber_IsRecordedAndNeverAnswered()
    {
        var sender = new TextingPhone(_node, "KPN");
        await sender.Sends("Uw bundel is bijna op");
        await sender.UntilHandled();
        Assert.Equal("Uw bundel is bijna op", Assert.Single(await Inbox(sender)).Text.Value);
        Assert.Empty(sender.Received);
    }

    [Fact]
    public async Task Machine_ThatAnswersEverything_IsAnsweredOnce()
    {
        var town = await Town.FoundAt(_node, 50);
        await Done(town);
        var phone = PhoneOf(town);
        for (var i = 0; i < 4; i++)
        {
            await phone.Sends("Automatisch antwoord: ik ben afwezig", $"machine-{i}");
            await phone.UntilHandled();
        }

        Assert.Single(phone.Received);
    }

    [Fact]
    public async Task Participant_WhomNoActionContacted_WaitsInTheInbox()
    {
        var town = await Town.FoundAt(_node, 50);
        var phone = PhoneOf(town);
        await phone.Sends("Wanneer is de volgende?");
        await phone.UntilReceived(1);
        await phone.UntilHandled();
        Assert.True(Assert.Single(await Inbox(phone)).IsParticipant);
    }

    [Fact]
    public async Task Message_ThatSaysItIsLiveByAPracticeCarrier_IsRefused()
    {
        var phone = Stranger();
        Assert.Equal(InboundSmsAnswer.Refused, await phone.Sends(TextingPhone.Message(phone.Number, "x") with { Practice = false }));
        Assert.Equal(InboundSmsAnswer.Refused, await phone.Sends(TextingPhone.Message("", "x")));
        Assert.Equal(
            InboundSmsAnswer.Refused,
            await phone.Sends(TextingPhone.Message(phone.Number, "x") with { Part = new InboundSmsPart(1, 3, 2) })
        );
    }

    [Fact]
    public async Task LiveMessage_FromAParticipantOfPractice_TouchesNoPracticeAction()
    {
        var town = await Town.FoundAt(_node, 50);
        var action = await Done(town);
        var phone = PhoneOf(town);
        await phone.Sends(TextingPhone.Message(phone.Number, "Rode jas") with { Practice = false, Carrier = "live-smsc" });
        await phone.UntilHandled();
        Assert.Empty((await action.Grain.ReadTips(TestAction.ControlRoom)).Tips);
        Assert.Empty(phone.Received);
        var waiting = Assert.Single(await Inbox(phone));
        Assert.False(waiting.Practice);
        Assert.True((await Assign(waiting.Id, action.Id)).OtherKind);
    }

    private static TextingPhone StrangerOn(TestNode node) =>
        new(node, $"+3199888{Interlocked.Increment(ref s_strangers).ToString("D4", System.Globalization.CultureInfo.InvariantCulture)}");

    private TextingPhone Stranger() => StrangerOn(_node);

    private TextingPhone PhoneOf(Town town) => new(_node, town.Residents[0].Phone.Number);

    private async Task<TestAction> Done(Town town)
    {
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();
        return action;
    }

    private async Task<IReadOnlyList<UnassignedSms>> Inbox(TextingPhone phone)
    {
        var all = new List<UnassignedSms>();
        string? after = null;
        do
        {
            var page = await _node.Grains.GetGrain<ISmsInboxGrain>(0).Read(TestAction.ControlRoom, after, 3);
            all.AddRange(page.Messages);
            after = page.Next;
        } while (after is not null);

        var masked = SenderNumber.Read(phone.Number) is { } number ? SearchText.MaskPhone(number) : phone.Number;
        return [.. all.Where(sms => sms.MaskedFrom == masked)];
    }

    private Task<AssignReply> Assign(Guid message, Guid action) =>
        _node.Grains.GetGrain<ISmsInboxGrain>(0).Assign(new Actor(TestAction.ControlRoom, "d-17"), message, action);

    private Task<long> Kept(string sql) => _node.Database.Read(statements => statements.Query(sql, row => row.GetInt64(0))[0]);
}
