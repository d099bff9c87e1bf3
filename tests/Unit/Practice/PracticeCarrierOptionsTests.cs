using System.Net;
using Burgernet.Practice;
using Xunit;

namespace Burgernet.Tests.Unit.Practice;

public sealed class PracticeCarrierOptionsTests
{
    public static TheoryData<string, PracticeCarrierOptions> Refused =>
        new()
        {
            {
                "loopback",
                new() { Listen = new IPEndPoint(IPAddress.Any, 5070) }
            },
            {
                "loopback",
                new() { Listen = new IPEndPoint(IPAddress.Parse("192.0.2.1"), 5070) }
            },
            {
                "Channels is 0",
                new() { Channels = 0 }
            },
            {
                "CallsPerSecond is 0",
                new() { CallsPerSecond = 0 }
            },
            {
                "Media ports",
                new() { FirstMediaPort = 80 }
            },
            {
                "fewer than the 200 channels",
                new() { FirstMediaPort = 12_000, LastMediaPort = 12_099 }
            },
            {
                "RecordFile",
                new() { RecordFile = " " }
            },
            {
                "RecordsInMemory",
                new() { RecordsInMemory = -1 }
            },
            {
                "Pace",
                new() { Pace = 0 }
            },
            {
                "Pace",
                new() { Pace = double.NaN }
            },
            {
                "LongestRing",
                new() { LongestRing = TimeSpan.Zero }
            },
            {
                "Mix.Busy is -1",
                new() { Mix = new PracticeMix { Busy = -1 } }
            },
            {
                "no weight above 0",
                new() { Mix = PracticeMix.Only((PracticePhoneBehaviour)99) }
            },
            {
                "Delays.Ring is",
                new() { Delays = new PracticeDelays { RingLongest = TimeSpan.FromSeconds(1) } }
            },
            {
                "RingSpread",
                new() { Delays = new PracticeDelays { RingSpread = 9 } }
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Start_WrongSetting_IsRefusedWithReason(string reason, PracticeCarrierOptions options)
    {
        var error = Assert.Throws<ArgumentException>(() => PracticeCarrier.Start(options));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_Defaults_AreNone() => Assert.Empty(new PracticeCarrierOptions().Problems());

    [Fact]
    public void Problems_LoopbackOfVersion6_AreNone() =>
        Assert.Empty(new PracticeCarrierOptions { Listen = new IPEndPoint(IPAddress.IPv6Loopback, 0) }.Problems());

    [Fact]
    public void Description_Defaults_SaysPracticeLimitsAndMixInBothLanguages()
    {
        var description = PracticeDescription.Of(new PracticeCarrierOptions(), new IPEndPoint(IPAddress.Loopback, 5070));
        Assert.Equal(
            "OEFENING: niemand wordt echt gebeld. Oefentelefoonnet op 127.0.0.1:5070: 200 lijnen, 50 oproepen per seconde; verzonnen telefoons "
                + "(62 % luistert uit, 8 % hangt vroeg op, 8 % toetst 1, 6 % in gesprek, 9 % neemt niet op, 3 % onbereikbaar, 4 % voicemail).",
            description.Dutch
        );
        Assert.Equal(
            "PRACTICE: nobody is really called. Practice carrier on 127.0.0.1:5070: 200 channels, 50 calls per second; invented phones "
                + "(62 % listen to the end, 8 % hang up early, 8 % press 1, 6 % busy, 9 % no answer, 3 % unreachable, 4 % voicemail).",
            description.English
        );
    }
}
