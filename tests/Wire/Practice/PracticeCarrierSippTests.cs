using System.Globalization;
using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Practice;

/// <summary>The practice carrier called by sipp: our answering side against a stranger's calling side.</summary>
public sealed class PracticeCarrierSippTests
{
    private const string Number = "+31990000000";

    [Theory]
    [InlineData(PracticePhoneBehaviour.Listens)]
    [InlineData(PracticePhoneBehaviour.PressesOne)]
    [InlineData(PracticePhoneBehaviour.Voicemail)]
    public async Task Sipp_PhoneAnswers_IsHungUpBySipp(PracticePhoneBehaviour behaviour)
    {
        await using var carrier = PracticeCarriers.Start(behaviour);
        await RunSippAsync(carrier, "caller");
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((behaviour, PracticeCallEnder.Caller, 200), (record.Behaviour, record.EndedBy, record.FinalStatus));
        Assert.NotNull(record.Answered);
    }

    [Theory]
    [InlineData(PracticePhoneBehaviour.Busy)]
    [InlineData(PracticePhoneBehaviour.Unreachable)]
    public async Task Sipp_PhoneRefuses_IsRejectedByPhone(PracticePhoneBehaviour behaviour)
    {
        await using var carrier = PracticeCarriers.Start(behaviour);
        await RunSippAsync(carrier, "caller");
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((PracticeCallEnder.Phone, true), (record.EndedBy, record.FinalStatus is 486 or 480 or 404));
    }

    [Fact]
    public async Task Sipp_PhoneHangsUpEarly_GetsBye()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.HangsUpEarly);
        await RunSippAsync(carrier, "listener");
        Assert.Equal(PracticeCallEnder.Phone, Assert.Single(await carrier.EndedAsync(1)).EndedBy);
    }

    [Fact]
    public async Task Sipp_CancelsWhileRinging_Gets487()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.NoAnswer);
        await RunSippAsync(carrier, "canceller");
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((487, PracticeCallEnder.Caller), (record.FinalStatus, record.EndedBy));
        Assert.NotNull(record.Ringing);
    }

    [Fact]
    public async Task Sipp_DiesAfterAnswer_IsHungUpForSilence()
    {
        await using var carrier = PracticeCarrier.Start(
            PracticeCarriers.Quick with
            {
                SilenceLimit = TimeSpan.FromMilliseconds(500),
                Mix = PracticeMix.Only(PracticePhoneBehaviour.Listens),
            }
        );
        await RunSippAsync(carrier, "deserter");
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((PracticeCallEnder.Carrier, PracticeRefusal.Silence), (record.EndedBy, record.Refusal));
        Assert.Equal(0, carrier.ChannelsInUse);
    }

    [Fact]
    public async Task Sipp_ForeignNumber_Gets404()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.Listens);
        await RunSippAsync(carrier, "caller", "+319900000001");
        Assert.Equal(1, carrier.Totals.Violations);
    }

    [Fact]
    public async Task Sipp_MoreCallsThanChannels_NeverHoldsMore()
    {
        await using var carrier = PracticeCarrier.Start(
            PracticeCarriers.Quick with
            {
                Channels = 10,
                Pace = 0.2,
                Mix = PracticeMix.Only(PracticePhoneBehaviour.Listens),
            }
        );
        await RunSippAsync(carrier, "caller", calls: 60, perSecond: 60);
        var records = await carrier.EndedAsync(60);
        Assert.Equal(10, carrier.Peaks.Channels);
        Assert.All(records, record => Assert.InRange(record.ChannelsAtStart, 1, 10));
        Assert.Equal(carrier.Totals.RefusedChannels, records.Count(r => r is { Refusal: PracticeRefusal.ChannelsFull, FinalStatus: 503 }));
        Assert.Equal(60, carrier.Totals.RefusedChannels + carrier.Totals.Answered);
        Assert.True(carrier.Totals.RefusedChannels > 0);
    }

    [Fact]
    public async Task Sipp_FasterThanAllowed_NeverAdmitsMoreInAnySecond()
    {
        await using var carrier = PracticeCarrier.Start(
            PracticeCarriers.Quick with
            {
                CallsPerSecond = 20,
                Mix = PracticeMix.Only(PracticePhoneBehaviour.Busy),
            }
        );
        await RunSippAsync(carrier, "caller", calls: 150, perSecond: 60);
        var records = await carrier.EndedAsync(150);
        Assert.InRange(carrier.Peaks.AdmittedPerSecond, 1, 20);
        Assert.True(carrier.Totals.RefusedRate > 0);
        Assert.Equal(carrier.Totals.RefusedRate, records.Count(r => r is { Refusal: PracticeRefusal.TooFast, FinalStatus: 503 }));
    }

    /// <summary>Plays a scenario of this folder against a carrier until all its calls are done.</summary>
    private static async Task RunSippAsync(
        PracticeCarrier carrier,
        string scenario,
        string number = Number,
        int calls = 1,
        int perSecond = 100
    )
    {
        await using var sipp = Sipp.Call(
            $"Wire/Practice/{scenario}.xml",
            carrier.LocalEndPoint,
            "-s",
            number,
            "-m",
            calls.ToString(CultureInfo.InvariantCulture),
            "-r",
            perSecond.ToString(CultureInfo.InvariantCulture),
            "-trace_msg"
        );
        await sipp.ExpectSuccess(seconds: 60);
    }
}
