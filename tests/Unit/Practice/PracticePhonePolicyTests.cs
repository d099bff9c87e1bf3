using Burgernet.Practice;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Practice;

public sealed class PracticePhonePolicyTests
{
    [Fact]
    public void For_SameNumberAndSeed_IsSamePhoneInAnyOrder()
    {
        var forward = Enumerable.Range(0, 500).Select(i => PracticePhonePolicy.For(PracticeNumbers.Format(i), 7)).ToArray();
        var backward = Enumerable.Range(0, 500).Reverse().Select(i => PracticePhonePolicy.For(PracticeNumbers.Format(i), 7)).ToArray();
        Assert.Equal(forward, backward.Reverse());
    }

    [Fact]
    public void For_KnownNumberAndSeed_StaysAsRecorded()
    {
        // Pinned: demonstrations and committed reports refer to these phones.
        var phones = Enumerable.Range(0, 5).Select(i => PracticePhonePolicy.For(PracticeNumbers.Format(i), 2012)).ToArray();
        Assert.Equal(
            PinnedPhones,
            phones.Select(p =>
                $"{p.Behaviour} {p.SetUp.TotalMilliseconds} {p.AnswersAfter.TotalMilliseconds} {p.ActsAfter.TotalMilliseconds} {p.StatusCode}"
            ),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void For_OtherSeed_IsOtherPopulation()
    {
        var same = Enumerable.Range(0, 1_000).Count(i => Phone(i, 1) == Phone(i, 2));
        Assert.True(same < 20, $"{same} of 1,000 phones are the same under both seeds");
    }

    [Fact]
    public void For_ManyNumbers_FollowsDefaultMix()
    {
        const int Count = 100_000;
        var counts = Enumerable.Range(0, Count).GroupBy(i => Phone(i, 2012).Behaviour).ToDictionary(g => g.Key, g => g.Count());
        foreach (var behaviour in Enum.GetValues<PracticePhoneBehaviour>())
        {
            var expected = PracticeMix.Default[behaviour] / PracticeMix.Default.Total;
            Assert.InRange(counts[behaviour] / (double)Count, expected - 0.005, expected + 0.005);
        }
    }

    [Fact]
    public void For_ManyNumbers_RingsTwoToEightSecondsAroundFour()
    {
        var rings = Enumerable
            .Range(0, 20_000)
            .Select(i => Phone(i, 3))
            .Where(p => p.AnswersAfter > TimeSpan.Zero)
            .Select(p => p.AnswersAfter.TotalSeconds)
            .Order()
            .ToArray();
        Assert.InRange(rings[0], 2, 2.1);
        Assert.InRange(rings[^1], 7.9, 8);
        Assert.InRange(rings[rings.Length / 2], 3.9, 4.1);
    }

    [Fact]
    public void For_AnyNumber_DelaysAndStatusFitBehaviour() =>
        Gen.Select(Gen.Int[0, PracticeNumbers.Count - 1], Gen.Long)
            .Sample(
                (index, seed) =>
                {
                    var phone = Phone(index, seed);
                    return phone.Behaviour switch
                    {
                        PracticePhoneBehaviour.Busy => phone is { StatusCode: 486, AnswersAfter.Ticks: 0 },
                        PracticePhoneBehaviour.Unreachable => phone is { StatusCode: 480 or 404, SetUp.Ticks: 0, AnswersAfter.Ticks: 0 },
                        PracticePhoneBehaviour.NoAnswer => phone is { StatusCode: 0, AnswersAfter.Ticks: 0 },
                        PracticePhoneBehaviour.HangsUpEarly => phone.StatusCode == 200 && phone.ActsAfter.TotalSeconds is >= 1 and <= 5,
                        PracticePhoneBehaviour.PressesOne => phone.StatusCode == 200 && phone.ActsAfter.TotalSeconds is >= 2 and <= 6,
                        _ => phone is { StatusCode: 200, ActsAfter.Ticks: 0 },
                    };
                }
            );

    [Fact]
    public void For_ForeignNumber_Throws() => Assert.Throws<ArgumentException>(() => PracticePhonePolicy.For("+31000000000", 1));

    [Theory]
    [InlineData(0, PracticePhoneBehaviour.Listens)]
    [InlineData(0.6199, PracticePhoneBehaviour.Listens)]
    [InlineData(0.6201, PracticePhoneBehaviour.HangsUpEarly)]
    [InlineData(0.7001, PracticePhoneBehaviour.PressesOne)]
    [InlineData(0.7801, PracticePhoneBehaviour.Busy)]
    [InlineData(0.8401, PracticePhoneBehaviour.NoAnswer)]
    [InlineData(0.9301, PracticePhoneBehaviour.Unreachable)]
    [InlineData(0.9601, PracticePhoneBehaviour.Voicemail)]
    [InlineData(0.9999999999999999, PracticePhoneBehaviour.Voicemail)]
    public void Pick_Draw_FallsInItsShare(double draw, PracticePhoneBehaviour behaviour) =>
        Assert.Equal(behaviour, PracticeMix.Default.Pick(draw));

    [Fact]
    public void Only_AnyBehaviour_LeavesNoOther() =>
        Gen.Select(Gen.Enum<PracticePhoneBehaviour>(), Gen.Double[0, 1])
            .Sample((behaviour, draw) => PracticeMix.Only(behaviour).Pick(draw) == behaviour);

    [Fact]
    public void AtPace_Tenth_DividesAllDelays()
    {
        var phone = Phone(0, 2012) with
        {
            SetUp = TimeSpan.FromSeconds(1),
            AnswersAfter = TimeSpan.FromSeconds(4),
            ActsAfter = TimeSpan.FromSeconds(2),
        };
        var fast = phone.AtPace(0.1);
        Assert.Equal(
            (100, 400, 200),
            (fast.SetUp.TotalMilliseconds, fast.AnswersAfter.TotalMilliseconds, fast.ActsAfter.TotalMilliseconds)
        );
    }

    private static readonly string[] PinnedPhones =
    [
        "Listens 303 3949 0 200",
        "Listens 268 2836 0 200",
        "Listens 585 3443 0 200",
        "Busy 408 0 0 486",
        "Listens 367 3744 0 200",
    ];

    private static PracticePhone Phone(int index, long seed) =>
        PracticePhonePolicy.For(index, seed, PracticeMix.Default, PracticeDelays.Default);
}
