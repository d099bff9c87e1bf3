using Burgernet.Practice;
using Xunit;

namespace Burgernet.Tests.Unit.Practice.Sms;

public sealed class PracticeSmsPolicyTests
{
    private const int Count = 20_000;

    [Fact]
    public void Phone_AskedAgain_IsTheSame_AndOtherWithAnotherSeed()
    {
        var options = new PracticeSmscOptions();
        var phones = Enumerable.Range(0, 500).Select(index => PracticeSmsPhonePolicy.For(index, options)).ToArray();

        Assert.Equal(phones, Enumerable.Range(0, 500).Select(index => PracticeSmsPhonePolicy.For(index, options)));
        Assert.NotEqual(phones, Enumerable.Range(0, 500).Select(index => PracticeSmsPhonePolicy.For(index, options with { Seed = 7 })));
    }

    [Fact]
    public void Phones_OfTheDefaultMix_BehaveInItsProportions()
    {
        var options = new PracticeSmscOptions { Receipts = new PracticeReceipts { Missing = 0.2 } };
        var phones = Enumerable.Range(0, Count).Select(index => PracticeSmsPhonePolicy.For(index, options)).ToArray();

        foreach (var behaviour in Enum.GetValues<PracticeSmsBehaviour>())
        {
            var expected = Count * options.Mix[behaviour] / options.Mix.Total;
            Assert.InRange(phones.Count(phone => phone.Behaviour == behaviour), expected * 0.8, (expected * 1.2) + 0.1);
        }

        Assert.InRange(phones.Count(phone => phone.ReceiptsMissing), Count * 0.18, Count * 0.22);
        Assert.InRange(phones.Count(phone => phone.ReceiptsTwice), Count * 0.005, Count * 0.015);
        Assert.InRange(phones.Count(phone => phone is { ReceiptsEarly: true, ReceiptsTwice: true }), 0, Count * 0.001);
    }

    [Fact]
    public void Delays_AreWithinTheirBounds_AroundTheirMedian_AndScaledByPace()
    {
        var options = new PracticeSmscOptions();
        var delays = Enumerable.Range(0, Count).Select(index => PracticeSmsPhonePolicy.For(index, options).DeliversAfter).Order().ToArray();

        Assert.True(delays[0] >= options.Delays.DeliverShortest && delays[^1] <= options.Delays.DeliverLongest);
        Assert.InRange(delays[Count / 2].TotalSeconds, 2.8, 3.2);
        var slow = PracticeSmsPhonePolicy.For(3, options);
        var fast = PracticeSmsPhonePolicy.For(3, options with { Pace = 0.1 });
        Assert.Equal((slow.DeliversAfter * 0.1, slow.AnswersAfter * 0.1), (fast.DeliversAfter, fast.AnswersAfter));
    }

    [Fact]
    public void Options_ThatCannotBe_AreRefusedWithEachReason()
    {
        var options = new PracticeSmscOptions
        {
            Listen = new System.Net.IPEndPoint(System.Net.IPAddress.Parse("192.0.2.1"), 2775),
            SystemId = "",
            SegmentsPerSecond = 0,
            Validity = TimeSpan.Zero,
            Pace = 0,
            InboxSize = -1,
            RecordFile = " ",
            Mix = new PracticeSmsMix { Lost = -1 },
            Delays = new PracticeSmsDelays { DeliverLongest = TimeSpan.Zero },
            Receipts = new PracticeReceipts { Twice = 2 },
        };

        Assert.Equal(10, options.Problems().Count());
        Assert.Empty(new PracticeSmscOptions().Problems());
        var refused = Assert.Throws<ArgumentException>(() => PracticeSmsc.Start(options));
        Assert.All(options.Problems(), problem => Assert.Contains(problem, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Description_SaysThatNobodyGetsAnything_InBothLanguages()
    {
        var described = PracticeDescription.Of(new PracticeSmscOptions(), new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 2775));

        Assert.StartsWith("OEFENING: niemand krijgt echt een sms.", described.Dutch, StringComparison.Ordinal);
        Assert.Contains("94 % komt aan", described.Dutch, StringComparison.Ordinal);
        Assert.Contains("94 % delivered, 2 % undeliverable", described.English, StringComparison.Ordinal);
    }
}
