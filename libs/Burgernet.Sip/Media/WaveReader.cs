using System.Buffers.Binary;

namespace Burgernet.Sip.Media;

/// <summary>Reads RIFF/WAVE PCM into one channel of floats.</summary>
internal static class WaveReader
{
    private const int Pcm = 1;
    private const int Extensible = 0xFFFE;

    /// <summary>What espeak-ng and sox write as the length of data that they send into a pipe.</summary>
    private const uint PipedLength = 0x7FFF_F000;

    public static WaveError Read(ReadOnlySpan<byte> wave, out float[] samples, out int rate)
    {
        samples = [];
        rate = 0;
        if (wave.Length < 12 || !wave[..4].SequenceEqual("RIFF"u8) || !wave[8..12].SequenceEqual("WAVE"u8))
        {
            return WaveError.NotWave;
        }

        ReadOnlySpan<byte> format = default;
        var rest = wave[12..];
        while (rest.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var isData = rest[..4].SequenceEqual("data"u8);
            var body = rest[8..];

            // A streamed file says 0, 2^32-1 or the length of a pipe; its data go on to the end.
            if (isData && (length is uint.MaxValue or PipedLength || (length == 0 && body.Length > 0 && !format.IsEmpty)))
            {
                length = (uint)body.Length;
            }

            if (length > body.Length)
            {
                return WaveError.NotWave;
            }

            if (rest[..4].SequenceEqual("fmt "u8))
            {
                format = body[..(int)length];
            }
            else if (isData)
            {
                return format.Length < 16 ? WaveError.NotWave : Convert(format, body[..(int)length], out samples, out rate);
            }

            // Chunks are padded to even lengths.
            rest = body[(int)Math.Min(body.Length, length + (length & 1))..];
        }

        return WaveError.NotWave;
    }

    private static WaveError Convert(ReadOnlySpan<byte> format, ReadOnlySpan<byte> data, out float[] samples, out int rate)
    {
        samples = [];
        var kind = (int)BinaryPrimitives.ReadUInt16LittleEndian(format);
        if (kind == Extensible && format.Length >= 26)
        {
            kind = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        }

        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var frequency = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        rate = (int)Math.Min(frequency, int.MaxValue);
        if (kind != Pcm || bits is not (8 or 16))
        {
            return WaveError.NotPcm;
        }

        if (channels is not (1 or 2))
        {
            return WaveError.Channels;
        }

        if (frequency is < 8_000 or > 48_000)
        {
            return WaveError.SampleRate;
        }

        var step = channels * (bits / 8);
        samples = new float[data.Length / step];
        for (var i = 0; i < samples.Length; i++)
        {
            var frame = data.Slice(i * step, step);
            var sum = 0f;
            for (var channel = 0; channel < channels; channel++)
            {
                sum += bits == 8 ? (frame[channel] - 128) * 256f : BinaryPrimitives.ReadInt16LittleEndian(frame[(channel * 2)..]);
            }

            samples[i] = sum / channels;
        }

        return samples.Length == 0 ? WaveError.Empty : WaveError.None;
    }
}
