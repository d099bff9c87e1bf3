using System.Buffers.Binary;
using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class AudioMessageTests
{
    [Theory]
    [InlineData(8_000, 1, 16)]
    [InlineData(11_025, 1, 16)]
    [InlineData(16_000, 2, 16)]
    [InlineData(22_050, 1, 8)]
    [InlineData(44_100, 2, 16)]
    [InlineData(48_000, 1, 16)]
    public void Wave_OfAnyRate_KeepsAVoiceToneAtItsLoudness(int rate, int channels, int bits)
    {
        var message = Read(Wave(rate, channels, bits, 1_000, 1.0));

        Assert.Equal(TimeSpan.FromSeconds(1).TotalSeconds, message.Duration.TotalSeconds, 3);
        Assert.Equal(0, message.ALaw.Length % 160);
        Assert.InRange(Loudness(message), 10_000 / Math.Sqrt(2) * 0.97, 10_000 / Math.Sqrt(2) * 1.03);
    }

    [Theory]
    [InlineData(16_000, 6_000)]
    [InlineData(44_100, 5_000)]
    [InlineData(48_000, 11_000)]
    public void Wave_WithTonesAboveTheVoiceBand_DoesNotFoldThemBack(int rate, int tone) =>
        Assert.True(Loudness(Read(Wave(rate, 1, 16, tone, 0.5))) < 40);

    [Fact]
    public void Wave_ThatIsNone_SaysWhy()
    {
        Assert.Equal(WaveError.NotWave, Error("hello"u8.ToArray()));
        Assert.Equal(WaveError.SampleRate, Error(Wave(7_999, 1, 16, 400, 0.1)));
        Assert.Equal(WaveError.NotPcm, Error(Wave(8_000, 1, 24, 400, 0.1)));
        Assert.Equal(WaveError.Channels, Error(Wave(8_000, 3, 16, 400, 0.1)));
        Assert.Equal(WaveError.Empty, Error(Wave(8_000, 1, 16, 400, 0)));
        Assert.Equal(WaveError.NotWave, Error(Wave(8_000, 1, 16, 400, 0.1)[..100]));
    }

    private static AudioMessage Read(byte[] wave)
    {
        Assert.True(AudioMessage.TryReadWave(wave, out var message, out var error), error.ToString());
        return message!;
    }

    private static WaveError Error(byte[] wave)
    {
        Assert.False(AudioMessage.TryReadWave(wave, out var message, out var error));
        Assert.Null(message);
        return error;
    }

    /// <summary>RMS of the middle, away from the filter's edges.</summary>
    private static double Loudness(AudioMessage message)
    {
        var middle = message.ALaw.AsSpan(800, message.ALaw.Length - 1_600);
        double sum = 0;
        foreach (var code in middle)
        {
            var value = G711.FromALaw(code);
            sum += (double)value * value;
        }

        return Math.Sqrt(sum / middle.Length);
    }

    private static byte[] Wave(int rate, int channels, int bits, int tone, double seconds)
    {
        var frames = (int)(rate * seconds);
        var size = bits / 8;
        var wave = new byte[44 + (frames * channels * size)];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), wave.Length - 8);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), rate * channels * size);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(32), (short)(channels * size));
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(34), (short)bits);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), wave.Length - 44);
        for (var i = 0; i < frames; i++)
        {
            var value = 10_000 * Math.Sin(2 * Math.PI * tone * i / rate);
            for (var channel = 0; channel < channels; channel++)
            {
                var at = 44 + (((i * channels) + channel) * size);
                if (bits == 16)
                {
                    BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(at), (short)Math.Round(value));
                }
                else if (bits == 8)
                {
                    wave[at] = (byte)Math.Round((value / 256) + 128);
                }
            }
        }

        return wave;
    }
}
