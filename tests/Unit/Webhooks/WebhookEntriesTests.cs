using System.Text;
using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Webhooks;
using Xunit;

namespace Burgernet.Tests.Unit.Webhooks;

public sealed class WebhookEntriesTests
{
    private static readonly Guid Action = new("0195d3a2-1111-7000-8000-000000000001");
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void After_TheStart_IsEverythingButAnchorsWithTheStatusThen()
    {
        var bodies = WebhookEntries.After(Endpoint(), At, Action, Events(), 0);
        Assert.Equal(
            "1 drafted Draft, 2 started Active, 4 stopped Stopped",
            string.Join(", ", bodies.Select(body => $"{body.Sequence} {body.Type} {body.Status}"))
        );
    }

    [Fact]
    public void After_APlace_IsWhatComesLater() =>
        Assert.Equal(4, Assert.Single(WebhookEntries.After(Endpoint(), At, Action, Events(), 2)).Sequence);

    [Fact]
    public void After_AMoment_IsWhatWasRecordedSince() =>
        Assert.Equal(2, WebhookEntries.After(Endpoint(), At.AddMinutes(2), Action, Events(), 0)[0].Sequence);

    [Fact]
    public void After_WithTypes_IsThoseAlone()
    {
        var bodies = WebhookEntries.After(Endpoint("anchored", "stopped"), At, Action, Events(), 0);
        Assert.Equal("anchored stopped", string.Join(' ', bodies.Select(body => body.Type)));
    }

    [Fact]
    public void After_NothingAtAll_IsNothing() => Assert.Empty(WebhookEntries.After(Endpoint(), At, Action, [], 0));

    [Fact]
    public void Body_OfAnEntry_IsAlwaysTheSameBytesAndId()
    {
        var body = WebhookEntries.After(Endpoint(), At, Action, Events(), 0)[1];
        Assert.Equal("0195d3a2111170008000000000000001-2", body.Id);
        Assert.Equal(
            """{"actionId":"0195d3a2-1111-7000-8000-000000000001","incidentNumber":"2026-7","practice":true,"sequence":2,"type":"started","at":"2026-03-01T12:02:00Z","status":"active"}""",
            Encoding.UTF8.GetString(body.ToBytes())
        );
    }

    [Fact]
    public void Body_OfATip_SaysHowItCameAndWhetherItPresses()
    {
        TipData[] tips =
        [
            new TipData(Action, "x"),
            new TipData(Action, "x", TipChannel.Sms),
            new TipData(Action, "x", TipChannel.Sms, true),
        ];
        var told = tips.Select((tip, i) => Events()[1] with { Sequence = 5 + i, Type = "tip", Data = ActionEventData.Write(tip) });
        var bodies = WebhookEntries.After(Endpoint("tip"), At, Action, [.. Events(), .. told], 0);
        Assert.Equal(
            ["\"stopped\"}", "\"stopped\",\"channel\":\"sms\"}", "\"stopped\",\"channel\":\"sms\",\"urgent\":true}"],
            bodies.Select(body => Encoding.UTF8.GetString(body.ToBytes()).Split("\"status\":")[1]),
            StringComparer.Ordinal
        );
    }

    private static WebhookEndpoint Endpoint(params string[] types) => new("oost", "console", new Uri("https://a.example"), [], types);

    private static List<ActionEvent> Events()
    {
        var draft = new DraftedData(
            ActionKind.MissingChild,
            "jas",
            "2026-7",
            Practice: true,
            "practice",
            new AreaData(new PointData(52, 6), 500, null),
            new PointData(52, 6),
            []
        );
        string[] types = ["drafted", "started", "anchored", "stopped"];
        return
        [
            .. types.Select(
                (type, i) =>
                    new ActionEvent(
                        i + 1,
                        At.AddMinutes(i + 1),
                        new Actor("oost", "d-1"),
                        type,
                        i == 0 ? ActionEventData.Write(draft) : "{}",
                        null,
                        null,
                        [],
                        []
                    )
            ),
        ];
    }
}
