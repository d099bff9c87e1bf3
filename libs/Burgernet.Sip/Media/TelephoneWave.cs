using System.Buffers.Binary;

namespace Burgernet.Sip.Media;

/// <summary>Sound as a telephone line carries it: a RIFF/WAVE file of PCM, 16 bits, one channel, 8 kHz, its loudest sample at a chosen level.</summary>
/// <param name="Wave">The whole file.</param>
/// <param name="Duration">How long it plays.</param>
/// <param name="Peak">The loudest sample of the sound that it was made from, at 8 kHz, in parts of full scale; 0 is silence.</param>
public sealed record TelephoneWave(ReadOnlyMemory<byte> Wave, TimeSpan Duration, double Peak)
{
    private const int Rate = 8_000;
    private const int HeaderLength = 44;
    private const double FullScale = short.MaxValue;

    /// <summary>Brings a file that <see cref="AudioMessage.TryReadWave"/> can read to it: resampled with a low-pass filter, then scaled, so that nothing clips.</summary>
    /// <param name="wave">The whole file.</param>
    /// <param name="peakDecibels">Where the loudest sample is to be, relative to full scale: 0 or less. Silence stays as it is.</param>
    /// <param name="telephone">The sound, when it could be read.</param>
    /// <returns>Why it could not be read, or <see cref="WaveError.None"/>.</returns>
    public static WaveError TryMake(ReadOnlySpan<byte> wave, double peakDecibels, out TelephoneWave? telephone)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(peakDecibels, 0);
        telephone = null;
        var error = WaveReader.Read(wave, out var samples, out var rate);
        if (error != WaveError.None)
        {
            return error;
        }

        var linear = Resampler.Filter(samples, rate);
        if (linear.Length == 0)
        {
            return WaveError.Empty;
        }

        var peak = linear.Max(MathF.Abs) / FullScale;
        var scale = peak == 0 ? 0 : Math.Pow(10, peakDecibels / 20) / peak;
        telephone = new TelephoneWave(Write(linear, scale), TimeSpan.FromSeconds((double)linear.Length / Rate), Math.Min(1, peak));
        return WaveError.None;
    }

    private static byte[] Write(float[] samples, double scale)
    {
        var file = new byte[HeaderLength + (samples.Length * 2)];
        var span = file.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(span[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(span[34..], 16);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], samples.Length * 2);
        for (var i = 0; i < samples.Length; i++)
        {
            var sample = Math.Clamp(Math.Round(samples[i] * scale), short.MinValue, short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(span[(HeaderLength + (i * 2))..], (short)sample);
        }

        return file;
    }
}
