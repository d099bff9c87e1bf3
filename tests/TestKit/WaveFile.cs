using System.Buffers.Binary;

namespace Burgernet.TestKit;

/// <summary>Makes WAV files for tests.</summary>
public static class WaveFile
{
    private const int Rate = 8_000;

    /// <summary>A tone of 440 Hz at half volume: PCM, 16 bits, mono, 8 kHz.</summary>
    public static byte[] Tone(TimeSpan duration) => Make(duration, static i => (short)(16_000 * Math.Sin(2 * Math.PI * 440 * i / Rate)));

    /// <summary>Nothing to hear, in the same format.</summary>
    public static byte[] Silence(TimeSpan duration) => Make(duration, static _ => 0);

    /// <summary>The samples of a mono file of 16 bits.</summary>
    /// <param name="file">The whole file; what comes before its chunk <c>data</c> is skipped.</param>
    public static short[] ReadSamples(ReadOnlySpan<byte> file)
    {
        var at = 12;
        while (!file.Slice(at, 4).SequenceEqual("data"u8))
        {
            at += 8 + BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]);
        }

        var length = Math.Min(BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]), file.Length - at - 8);
        var samples = new short[length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(file[(at + 8 + (i * 2))..]);
        }

        return samples;
    }

    private static byte[] Make(TimeSpan duration, Func<int, short> sample) => Make(Rate, (int)(duration.TotalSeconds * Rate), sample);

    /// <summary>So many samples: PCM, 16 bits, mono.</summary>
    /// <param name="rate">Samples a second.</param>
    /// <param name="samples">How many.</param>
    /// <param name="sample">Each by its number from 0.</param>
    public static byte[] Make(int rate, int samples, Func<int, short> sample)
    {
        var file = new byte[44 + (samples * 2)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), samples * 2);
        for (var i = 0; i < samples; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(44 + (i * 2)), sample(i));
        }

        return file;
    }
}
