using Burgernet.Practice;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Practice;

public sealed class PracticeAdmissionTests
{
    [Fact]
    public void TryAdmit_AllChannelsInUse_IsFullUntilOneIsReleased()
    {
        var admission = new PracticeAdmission(channels: 2, callsPerSecond: 100);
        Assert.Equal(PracticeVerdict.Admitted, admission.TryAdmit(At(0)));
        Assert.Equal(PracticeVerdict.Admitted, admission.TryAdmit(At(0)));
        Assert.Equal(PracticeVerdict.ChannelsFull, admission.TryAdmit(At(0)));
        admission.Release();
        Assert.Equal(PracticeVerdict.Admitted, admission.TryAdmit(At(0)));
        Assert.Equal(2, admission.PeakInUse);
    }

    [Fact]
    public void TryAdmit_SecondIsFull_IsTooFastUntilItsFirstCallIsOneSecondOld()
    {
        var admission = new PracticeAdmission(channels: 100, callsPerSecond: 2);
        Assert.Equal(PracticeVerdict.Admitted, admission.TryAdmit(At(0)));
        Assert.Equal(PracticeVerdict.Admitted, admission.TryAdmit(At(600)));
        Assert.Equal(PracticeVerdict.TooFast, admission.TryAdmit(At(999)));
        Assert.Equal(PracticeVerdict.Admitted, admission.TryAdmit(At(1_000)));
        Assert.Equal(PracticeVerdict.TooFast, admission.TryAdmit(At(1_599)));
        Assert.Equal(PracticeVerdict.Admitted, admission.TryAdmit(At(1_600)));
    }

    [Fact]
    public void Offer_Refused_CountsInPeakButNotAgainstRate()
    {
        var admission = new PracticeAdmission(channels: 100, callsPerSecond: 1);
        for (var i = 0; i < 11; i++)
        {
            admission.Offer(At(i * 100));
            _ = admission.TryAdmit(At(i * 100));
        }

        Assert.Equal((10, 1), (admission.PeakOffered, admission.PeakAdmitted));
        Assert.Equal(2, admission.InUse);
    }

    [Fact]
    public void TryAdmit_AnySequence_NeverExceedsEitherLimit() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Select(Gen.Int[0, 400], Gen.Bool).Array[0, 200])
            .Sample(
                (channels, rate, steps) =>
                {
                    var admission = new PracticeAdmission(channels, rate);
                    var admitted = new List<int>();
                    var now = 0;
                    foreach (var (gap, hangUp) in steps)
                    {
                        now += gap;
                        if (hangUp && admission.InUse > 0)
                        {
                            admission.Release();
                        }

                        if (admission.TryAdmit(At(now)) == PracticeVerdict.Admitted)
                        {
                            admitted.Add(now);
                        }

                        Assert.InRange(admission.InUse, 0, channels);
                        Assert.InRange(admitted.Count(t => now - t < 1_000), 0, rate);
                    }
                }
            );

    private static TimeSpan At(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
