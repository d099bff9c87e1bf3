using Burgernet.Actions;
using Burgernet.Api.Practice;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Sms;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

/// <summary>Practice participants who write: by the practice SMS centre, over SMPP.</summary>
public sealed class PracticePhonesTests
{
    private static readonly string Phone = PracticeNumbers.Format(5678);

    [Fact]
    public async Task Phone_ThatWrites_IsTakenOverSmpp_FromWhereItWas_ToTheCallBackNumber()
    {
        await using var host = Host();
        var carrier = Carrier();
        var peer = host.Start(carrier);
        await using var rig = new GatewayRig(peer, carrier: carrier);
        await rig.IsBound();
        var phones = new PracticePhones(host, new Everyone());

        Assert.Equal(PracticeSmsOutcome.Sent, await Send(phones, "Rode jas"));

        var taken = Assert.Single(rig.Incoming);
        Assert.Equal(("31990005678", "31999900011", "Rode jas"), (taken.From.Value, taken.To, taken.Text.Value));
        Assert.Equal(("practice-sms", true), (taken.Carrier, taken.Practice));

        Assert.Equal(PracticeSmsOutcome.TooLong, await Send(phones, new string('ê', 1_000)));
        Assert.Equal(PracticeSmsOutcome.NoCarrier, await Send(phones, "x", room: "elsewhere"));
        Assert.Equal(PracticeSmsOutcome.NotAPracticePhone, await Send(phones, "x", from: "+31612345678"));
        rig.Answer = InboundSmsAnswer.NotNow;
        Assert.Equal(PracticeSmsOutcome.NotNow, await Send(phones, "Blauwe jas"));
    }

    [Fact]
    public async Task Phone_WhereNoPracticeCentreIs_OrNobodyIsBound_SendsNothing()
    {
        await using var host = Host();
        var phones = new PracticePhones(host, new Everyone());
        Assert.Equal(PracticeSmsOutcome.NoCarrier, await Send(phones, "x"));
        Assert.Null(new PracticeSmsBox(host).Read(10));

        _ = host.Start(Carrier());
        Assert.Equal(PracticeSmsOutcome.NotNow, await Send(phones, "x"));
        Assert.Empty(new PracticeSmsBox(host).Read(10)!);
    }

    [Fact]
    public async Task Inbox_ShowsTheLastOnes_WholeAndTheNewestFirst()
    {
        await using var host = Host();
        var carrier = Carrier();
        await using var rig = new GatewayRig(host.Start(carrier), carrier: carrier);
        await rig.IsBound();
        var text = string.Concat(Enumerable.Repeat("Kind vermist: €5 ", 12));
        await rig.Submit(rig.Text("Eerste"));
        await rig.Submit(rig.Text("Tweede"));
        await rig.Submit(rig.Text(text));

        var kept = new PracticeSmsBox(host).Read(2)!;

        Assert.Equal([text, "Tweede"], kept.Select(sms => sms.Text.Value), StringComparer.Ordinal);
        Assert.Equal(("Burgernet", Phone, 2), (kept[0].From, kept[0].To.Value, kept[0].Segments));
    }

    private static Task<PracticeSmsOutcome> Send(PracticePhones phones, string text, string room = "deventer", string? from = null) =>
        phones.Send(room, (PersonalText)(from ?? Phone), to: null, (PersonalText)text, TestContext.Current.CancellationToken);

    private static PracticeSmscHost Host() => new(Options.Create(new PracticeSmsOptions()), TimeProvider.System);

    private static CarrierOptions Carrier() =>
        new()
        {
            Name = "practice-sms",
            Medium = Medium.Sms,
            CallsPerSecond = 1_000,
            ControlRooms = ["deventer"],
        };

    private sealed class Everyone : IPracticeNumbers
    {
        public bool Allowed => true;

        public bool IsPractice(ReadOnlySpan<char> e164) => true;
    }
}
