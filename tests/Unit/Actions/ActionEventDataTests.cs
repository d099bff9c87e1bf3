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
    public void Stopped_IsStoredLikeThis()
    {
        ShouldBeStored(new StoppedData(2, "gevonden"), """{"epoch":2,"reason":"gevonden"}""");
        ShouldBeStored(new StoppedData(2, null), """{"epoch":2}""");
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
    public void Read_MemberAddedLater_IsPassedOver() =>
        Assert.Equal(new SelectionCompletedData(3), ActionEventData.Read<SelectionCompletedData>("""{"selected":3,"later":[1]}"""));

    [Fact]
    public void DeliveryResult_StoredNumbers_StayWhatTheyAre() =>
        Assert.Equal(
            "0 None, 1 NotAttemptedStopped, 2 NotAttemptedInactive, 3 NotAttemptedUnreadable, 10 Busy, 11 NoAnswer, 12 NumberInvalid, 13 Declined, "
                + "14 CarrierFailed, 15 CarrierSilent, 16 CancelledByStop, 17 Expired, 30 Unknown, 40 Answered, 41 Heard, 42 Confirmed",
            string.Join(", ", Enum.GetValues<DeliveryResult>().Select(code => $"{(int)code} {code}"))
        );

    [Fact]
    public void CallEnd_StoredNumbers_StayWhatTheyAre() =>
        Assert.Equal(
            "0 None, 1 Withheld, 2 NoCapacity, 3 Rejected, 4 RingLimit, 5 CancelledByStop, 6 CancelledByDrain, 7 NoResponse, "
                + "8 NoMedia, 9 HungUpByUs, 10 HungUpByPeer, 11 NotAdmitted, 12 ConnectionFailed, 13 CancelledByPause",
            string.Join(", ", Enum.GetValues<CallEnd>().Select(code => $"{(int)code} {code}"))
        );

    [Fact]
    public void EventTypes_StoredNames_StayWhatTheyAre() =>
        Assert.Equal(
            "drafted started selection-completed stopped wave-completed tip selected claimed answered ended settled",
            string.Join(
                ' ',
                ActionEventType.Drafted,
                ActionEventType.Started,
                ActionEventType.SelectionCompleted,
                ActionEventType.Stopped,
                ActionEventType.WaveCompleted,
                ActionEventType.Tip,
                LaneLogType.Selected,
                LaneLogType.Claimed,
                LaneLogType.Answered,
                LaneLogType.Ended,
                LaneLogType.Settled
            )
        );

    [Fact]
    public void Area_AnyThroughTheStoredForm_HoldsTheSamePoints() =>
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-170, 170], Gen.Double[1, 50_000], Gen.Bool)
            .Sample(
                (latitude, longitude, size, circle) =>
                {
                    var center = new GeoPoint(latitude, longitude);
                    Area area = circle ? new CircleArea(center, size) : new PolygonArea([Triangle(center, size), Square]);
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
