using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

/// <summary>A specimen of every content that stands in stored events. Stored bytes are for ever: a change here is a change of the dossier.</summary>
public sealed class ActionEventDataTests
{
    private static readonly AreaPolygon Square = new(
        [new(52.24, 6.14), new(52.24, 6.18), new(52.27, 6.18), new(52.27, 6.14)],
        [
            [new(52.25, 6.15), new(52.25, 6.16), new(52.26, 6.16)],
        ]
    );

    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456);

    [Fact]
    public void Drafted_Circle_IsStoredLikeThis() =>
        ShouldBeStored(
            new DraftedData(
                ActionKind.MissingChild,
                "Jongen van 8, \"blauwe\" jas – Schalkhaar",
                "2026-0117",
                true,
                "practice",
                AreaData.Of(new CircleArea(new GeoPoint(52.2661, 6.1552), 1500)),
                PointData.Of(new GeoPoint(52.2661, 6.1552)),
                [new MessageData(Language.Dutch, 8000, "00ff"), new MessageData(Language.English, 7500, "ff00")]
            ),
            """{"kind":"missing-child","description":"Jongen van 8, \"blauwe\" jas – Schalkhaar","incidentNumber":"2026-0117","practice":true,"carrier":"practice","area":{"center":{"latitude":52.2661,"longitude":6.1552},"radiusMetres":1500},"incidentPoint":{"latitude":52.2661,"longitude":6.1552},"messages":[{"language":"nl","durationMilliseconds":8000,"sha256":"00ff"},{"language":"en","durationMilliseconds":7500,"sha256":"ff00"}]}"""
        );

    [Fact]
    public void Area_Polygons_IsStoredLikeGeoJsonWithOpenRings() =>
        ShouldBeStored(
            AreaData.Of(new PolygonArea([Square])),
            """{"polygons":[[[[6.14,52.24],[6.18,52.24],[6.18,52.27],[6.14,52.27]],[[6.15,52.25],[6.16,52.25],[6.16,52.26]]]]}"""
        );

    [Fact]
    public void Area_CellsLessOthers_IsStoredLikeThis() =>
        ShouldBeStored(
            AreaData.Of(
                new AreaWithout(
                    new AreaWithout(new CellsArea([0x881969b211fffff, 0x881969b213fffff]), new CircleArea(new GeoPoint(52.25, 6.16), 400)),
                    new CellsArea([0x881969b213fffff])
                )
            ),
            """{"cells":["881969b211fffff","881969b213fffff"],"exclude":[{"center":{"latitude":52.25,"longitude":6.16},"radiusMetres":400},{"cells":["881969b213fffff"]}]}"""
        );

    [Fact]
    public void Drafted_ForTargetGroups_IsStoredLikeThis() =>
        ShouldBeStored(
            new DraftedData(
                ActionKind.Disaster,
                "Brand",
                "2026-0118",
                true,
                "practice",
                AreaData.Of(new CircleArea(new GeoPoint(52.25, 6.16), 1500)),
                PointData.Of(new GeoPoint(52.25, 6.16)),
                [],
                [Medium.Voice],
                [new TargetGroup("staff", 3)]
            ),
            """{"kind":"disaster","description":"Brand","incidentNumber":"2026-0118","practice":true,"carrier":"practice","area":{"center":{"latitude":52.25,"longitude":6.16},"radiusMetres":1500},"incidentPoint":{"latitude":52.25,"longitude":6.16},"messages":[],"media":["voice"],"targetGroups":[{"id":"staff","bit":3}]}"""
        );

    [Fact]
    public void Started_IsStoredLikeThis() =>
        ShouldBeStored(
            new StartedData(
                1,
                2,
                31,
                12,
                150,
                "Kind weg",
                200,
                "Dader in de wijk",
                new PolicyData(
                    "ab12",
                    Urgency.Normal,
                    "22:00-08:00",
                    50,
                    2_000,
                    0.01m,
                    0.02m,
                    [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3)],
                    TimeSpan.FromHours(2)
                )
            ),
            """{"epoch":1,"lanes":2,"cells":31,"populatedCells":12,"residents":150,"reason":"Kind weg","confirmedPeople":200,"quietHoursOverride":"Dader in de wijk","policy":{"version":"ab12","urgency":"normal","quietHours":"22:00-08:00","largestAreaSquareKilometres":50,"confirmAbove":2000,"euroPerAnswer":0.01,"euroPerMinute":0.02,"retryAfter":["00:01:00","00:03:00"],"deadline":"02:00:00"}}"""
        );

    [Fact]
    public void Started_BeforeThereWerePolicies_IsReadAsItWas() =>
        ShouldBeStored(new StartedData(1, 2, 31, 12, 150), """{"epoch":1,"lanes":2,"cells":31,"populatedCells":12,"residents":150}""");

    [Fact]
    public void SelectionCompleted_IsStoredLikeThis() => ShouldBeStored(new SelectionCompletedData(150), """{"selected":150}""");

    [Fact]
    public void SelectionCompleted_OfALaterWave_SaysWhich() =>
        ShouldBeStored(new SelectionCompletedData(180, 2), """{"selected":180,"wave":2}""");

    [Fact]
    public void Expanded_IsStoredLikeThis() =>
        ShouldBeStored(
            new ExpandedData(2, AreaData.Of(new CircleArea(new GeoPoint(52.2661, 6.1552), 3000)), 60, 20, 300, "Gezien bij de molen", 250),
            """{"wave":2,"area":{"center":{"latitude":52.2661,"longitude":6.1552},"radiusMetres":3000},"cells":60,"populatedCells":20,"residents":300,"reason":"Gezien bij de molen","confirmedPeople":250}"""
        );

    [Fact]
    public void Expanded_ByItself_SaysSo() =>
        ShouldBeStored(
            new ExpandedData(3, AreaData.Of(new CircleArea(new GeoPoint(52, 6), 750)), 6, 0, 0, Ring: true),
            """{"wave":3,"area":{"center":{"latitude":52,"longitude":6},"radiusMetres":750},"cells":6,"populatedCells":0,"residents":0,"ring":true}"""
        );

    [Fact]
    public void ExpansionPlanned_IsStoredLikeThis() =>
        ShouldBeStored(
            new ExpansionPlannedData(5, 500, 3000, "Te voet", 400),
            """{"speedKmh":5,"startRadiusMetres":500,"largestRadiusMetres":3000,"reason":"Te voet","confirmedPeople":400}"""
        );

    [Fact]
    public void ExpansionPlanEnded_IsStoredLikeThis() =>
        ShouldBeStored(
            new ExpansionPlanEndedData(1250, false, "Gevonden"),
            """{"radiusMetres":1250,"completed":false,"reason":"Gevonden"}"""
        );

    [Fact]
    public void TipAcknowledged_IsStoredLikeThis() =>
        ShouldBeStored(
            new TipAcknowledgedData(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), Burgernet.Grains.Mail.MailOutcome.Accepted),
            """{"tipId":"00000001-0002-0003-0405-060708090a0b","result":"accepted"}"""
        );

    [Fact]
    public void Stopped_IsStoredLikeThis()
    {
        ShouldBeStored(new StoppedData(2, "gevonden"), """{"epoch":2,"reason":"gevonden"}""");
        ShouldBeStored(new StoppedData(2, null), """{"epoch":2}""");
        ShouldBeStored(
            new StoppedData(2, null, CallsUnderWay.Cut, Moment),
            """{"epoch":2,"calls":"cut","acceptedAt":"2026-03-01T12:00:00.123456+00:00"}"""
        );
    }

    [Fact]
    public void PausedAndResumed_AreStoredLikeThis()
    {
        ShouldBeStored(
            new PausedData(2, CallsUnderWay.Finish, "mist", Moment),
            """{"epoch":2,"calls":"finish","reason":"mist","acceptedAt":"2026-03-01T12:00:00.123456+00:00"}"""
        );
        ShouldBeStored(new ResumedData(3, "zicht"), """{"epoch":3,"reason":"zicht"}""");
    }

    [Fact]
    public void Tip_IsStoredLikeThis() =>
        ShouldBeStored(
            new TipData(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), "AAEC"),
            """{"tipId":"00000001-0002-0003-0405-060708090a0b","sealed":"AAEC"}"""
        );

    [Fact]
    public void WaveCompleted_IsStoredLikeThis()
    {
        const string Json = """{"selected":4,"contacted":3,"results":{"not-attempted-stopped":1,"busy":1,"heard":2}}""";
        var data = new WaveCompletedData(
            4,
            3,
            new Dictionary<DeliveryResult, int>
            {
                [DeliveryResult.NotAttemptedStopped] = 1,
                [DeliveryResult.Busy] = 1,
                [DeliveryResult.Heard] = 2,
            }
        );
        Assert.Equal(Json, ActionEventData.Write(data));
        Assert.Equal(data.Results, ActionEventData.Read<WaveCompletedData>(Json).Results);
    }

    [Fact]
    public void Anchored_IsStoredLikeThis()
    {
        const string Json = """{"lanes":[{"lane":0,"sequence":12,"hash":"ab01"},{"lane":3,"sequence":1,"hash":"00ff"}]}""";
        var data = new AnchoredData([new LaneHeadData(0, 12, "ab01"), new LaneHeadData(3, 1, "00ff")]);
        Assert.Equal(Json, ActionEventData.Write(data));
        Assert.Equal(data.Lanes, ActionEventData.Read<AnchoredData>(Json).Lanes);
    }

    [Fact]
    public void WaveCompleted_AfterFurtherMessages_IsStoredLikeThis()
    {
        const string Json =
            "{\"selected\":4,\"contacted\":3,\"results\":{\"heard\":7},\"heard\":4,\"messages\":["
            + "{\"message\":1,\"deliveries\":4,\"contacted\":3,\"heard\":4,\"done\":4},{\"message\":2,\"deliveries\":3,\"contacted\":3,\"heard\":3,\"done\":3}]}";
        var results = new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = 7 };
        Assert.Equal(Json, ActionEventData.Write(new WaveCompletedData(4, 3, results, 4, [new(1, 4, 3, 4, 4), new(2, 3, 3, 3, 3)])));
        Assert.Equal(new MessageTotals(2, 3, 3, 3, 3), ActionEventData.Read<WaveCompletedData>(Json).Messages![1]);
    }

    [Fact]
    public void MessageAdded_IsStoredLikeThis()
    {
        const string Json =
            "{\"message\":2,\"kind\":\"correction\",\"messages\":[{\"language\":\"nl\",\"durationMilliseconds\":8000,\"sha256\":\"ab\"}],\"reason\":\"rode jas\"}";
        Assert.Equal(
            Json,
            ActionEventData.Write(new MessageAddedData(2, MessageKind.Correction, [new(Language.Dutch, 8_000, "ab")], "rode jas"))
        );
        Assert.Equal(MessageKind.Correction, ActionEventData.Read<MessageAddedData>(Json).Kind);
    }

    [Fact]
    public void Outcome_IsStoredLikeThis()
    {
        const string Json =
            "{\"message\":3,\"epoch\":2,\"messages\":[{\"language\":\"en\",\"durationMilliseconds\":8000,\"sha256\":\"cd\"}]}";
        Assert.Equal(Json, ActionEventData.Write(new OutcomeData(3, 2, [new(Language.English, 8_000, "cd")], null)));
        Assert.Equal((3, 2, null), Tuple(ActionEventData.Read<OutcomeData>(Json)));

        static (int, int, string?) Tuple(OutcomeData data) => (data.Message, data.Epoch, data.Reason);
    }

    [Fact]
    public void Closed_IsStoredLikeThis()
    {
        const string Json =
            "{\"result\":\"direct\",\"reason\":\"gevonden\",\"expireOpenOutcomes\":true,\"selected\":4,\"contacted\":3,\"deliveries\":7,\"openOutcomes\":1,\"results\":{\"heard\":6}}";
        var results = new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = 6 };
        Assert.Equal(Json, ActionEventData.Write(new ClosedData(ActionResult.Direct, "gevonden", true, 4, 3, 7, 1, results)));
        var read = ActionEventData.Read<ClosedData>(Json);
        Assert.Equal(
            (ActionResult.Direct, true, 7, 6),
            (read.Result, read.ExpireOpenOutcomes, read.Deliveries, read.Results[DeliveryResult.Heard])
        );
    }

    [Fact]
    public void Archived_IsStoredLikeThis() => ShouldBeStored(new ArchivedData("klaar"), "{\"reason\":\"klaar\"}");

    [Fact]
    public void Read_MemberAddedLater_IsPassedOver() =>
        Assert.Equal(new SelectionCompletedData(3), ActionEventData.Read<SelectionCompletedData>("""{"selected":3,"later":[1]}"""));

    [Fact]
    public void DeliveryResult_StoredNumbers_StayWhatTheyAre() =>
        Assert.Equal(
            "0 None, 1 NotAttemptedStopped, 2 NotAttemptedInactive, 3 NotAttemptedUnreadable, 4 NotAttemptedOutcome, "
                + "5 Superseded, 6 NotAttemptedNoAddress, 7 NotAttemptedUnwanted, 10 Busy, 11 NoAnswer, 12 NumberInvalid, 13 Declined, 14 CarrierFailed, 15 CarrierSilent, 16 CancelledByStop, 17 Expired, "
                + "20 ToCarrier, 21 Undelivered, 22 ExpiredAtCarrier, 30 Unknown, 40 Answered, 41 Heard, 42 Confirmed, 43 ToHandset",
            string.Join(", ", Enum.GetValues<DeliveryResult>().Select(code => $"{(int)code} {code}"))
        );

    [Fact]
    public void CallEnd_StoredNumbers_StayWhatTheyAre() =>
        Assert.Equal(
            "0 None, 1 Withheld, 2 NoCapacity, 3 Rejected, 4 RingLimit, 5 CancelledByStop, 6 CancelledByDrain, 7 NoResponse, "
                + "8 NoMedia, 9 HungUpByUs, 10 HungUpByPeer, 11 NotAdmitted, 12 ConnectionFailed, 13 CancelledByPause, "
                + "14 Accepted, 15 Unacknowledged, 16 RefusedForNow, 17 RefusedForGood, 18 NoSuchAddress",
            string.Join(", ", Enum.GetValues<CallEnd>().Select(code => $"{(int)code} {code}"))
        );

    [Fact]
    public void EventTypes_StoredNames_StayWhatTheyAre() =>
        Assert.Equal(
            "drafted started selection-completed paused resumed stopped message-added outcome closed archived wave-completed tip anchored selected claimed answered ended settled",
            string.Join(
                ' ',
                ActionEventType.Drafted,
                ActionEventType.Started,
                ActionEventType.SelectionCompleted,
                ActionEventType.Paused,
                ActionEventType.Resumed,
                ActionEventType.Stopped,
                ActionEventType.MessageAdded,
                ActionEventType.Outcome,
                ActionEventType.Closed,
                ActionEventType.Archived,
                ActionEventType.WaveCompleted,
                ActionEventType.Tip,
                ActionEventType.Anchored,
                LaneLogType.Selected,
                LaneLogType.Claimed,
                LaneLogType.Answered,
                LaneLogType.Ended,
                LaneLogType.Settled
            )
        );

    [Fact]
    public void Area_AnyThroughTheStoredForm_HoldsTheSamePoints() =>
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-170, 170], Gen.Double[1, 50_000], Gen.Bool, Gen.Int[0, 3])
            .Sample(
                (latitude, longitude, size, circle, exclusions) =>
                {
                    var center = new GeoPoint(latitude, longitude);
                    Area area = circle ? new CircleArea(center, size) : new PolygonArea([Triangle(center, size), Square]);
                    for (var i = 0; i < exclusions; i++)
                    {
                        area = new AreaWithout(area, new CircleArea(new GeoPoint(latitude + (0.05 * i), longitude), size / 3));
                    }

                    var back = ActionEventData.Read<AreaData>(ActionEventData.Write(AreaData.Of(area))).ToArea();
                    Assert.Equal(ActionEventData.Write(AreaData.Of(area)), ActionEventData.Write(AreaData.Of(back)));
                    foreach (var (north, east) in new[] { (0.0, 0.0), (0.1, 0.1), (-0.2, 0.05), (0.0, 0.3) })
                    {
                        var point = new GeoPoint(latitude + north, longitude + east);
                        Assert.Equal(area.Contains(point), back.Contains(point));
                    }
                }
            );

    private static AreaPolygon Triangle(GeoPoint at, double size) =>
        new([at, new(at.Latitude + (size / 100_000), at.Longitude), new(at.Latitude, at.Longitude + (size / 100_000))], []);

    private static void ShouldBeStored<T>(T data, string json)
    {
        Assert.Equal(json, ActionEventData.Write(data));
        Assert.Equal(json, ActionEventData.Write(ActionEventData.Read<T>(json)));
    }
}
