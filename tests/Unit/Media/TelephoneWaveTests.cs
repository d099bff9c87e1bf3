using Burgernet.Sip.Media;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

public sealed class TelephoneWaveTests
{
    private const double FullScale = short.MaxValue;

    [Fact]
    public void Make_FromATone_HasItsPeakAtTheLevel()
    {
        Assert.Equal(WaveError.None, TelephoneWave.TryMake(WaveFile.Tone(TimeSpan.FromSeconds(1)), -3, out var wave));
        var samples = WaveFile.ReadSamples(wave!.Wave.Span);
        Assert.Equal(8_000, samples.Length);
        Assert.InRange(samples.Max(sample => Math.Abs((int)sample)) / FullScale, 0.705, 0.711);
        Assert.InRange(wave.Peak, 0.48, 0.49);
        Assert.Equal(TimeSpan.FromSeconds(1), wave.Duration);
    }

    /// <summary>A full-scale square wave at 22,050 Hz swings over full scale once it is filtered: that must not clip.</summary>
    [Fact]
    public void Make_FromWhatOvershoots_DoesNotClip()
    {
        var square = WaveFile.Make(22_050, 22_050, i => i / 25 % 2 == 0 ? short.MaxValue : short.MinValue);
        Assert.Equal(WaveError.None, TelephoneWave.TryMake(square, -3, out var wave));
        var samples = WaveFile.ReadSamples(wave!.Wave.Span);
        var peak = samples.Max(sample => Math.Abs((int)sample));
        Assert.InRange(peak / FullScale, 0.705, 0.711);
        Assert.True(
            samples.Count(sample => Math.Abs((int)sample) == peak) < samples.Length / 100,
            "many samples stand at the peak: clipped"
        );
        Assert.Equal(1, wave.Peak);
    }

    [Fact]
    public void Make_FromSilence_StaysSilent()
    {
        Assert.Equal(WaveError.None, TelephoneWave.TryMake(WaveFile.Silence(TimeSpan.FromSeconds(1)), -3, out var wave));
        Assert.Equal(0, wave!.Peak);
        Assert.DoesNotContain(WaveFile.ReadSamples(wave.Wave.Span), sample => sample != 0);
    }

    [Fact]
    public void Make_FromAPipe_ReadsToTheEnd()
    {
        var tone = WaveFile.Tone(TimeSpan.FromSeconds(1));
        (tone[40], tone[41], tone[42], tone[43]) = (0x00, 0xF0, 0xFF, 0x7F);
        Assert.Equal(WaveError.None, TelephoneWave.TryMake(tone, -3, out var wave));
        Assert.Equal(TimeSpan.FromSeconds(1), wave!.Duration);
    }

    [Fact]
    public void Make_FromSomethingElse_SaysWhat()
    {
        Assert.Equal(WaveError.NotWave, TelephoneWave.TryMake("RIFF"u8, -3, out var wave));
        Assert.Null(wave);
        Assert.Throws<ArgumentOutOfRangeException>(() => TelephoneWave.TryMake("RIFF"u8, 1, out _));
    }
}
