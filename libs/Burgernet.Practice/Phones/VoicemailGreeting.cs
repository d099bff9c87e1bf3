using System.Buffers.Binary;

namespace Burgernet.Practice;

/// <summary>What the practice voicemail plays: two low notes in place of a greeting, a pause, and the 1,000 Hz beep; a WAV of 16-bit PCM at 8 kHz.</summary>
internal static class VoicemailGreeting
{
    private const int SamplesPerSecond = 8_000;
    private const int HeaderBytes = 44;

    // Hertz (0 is silence) and milliseconds.
    private static readonly (int Frequency, int Milliseconds)[] Notes = [(330, 600), (262, 600), (0, 200), (1_000, 400)];

    /// <summary>The whole file.</summary>
    public static byte[] Wave()
    {
        var samples = Notes.Sum(note => note.Milliseconds) * SamplesPerSecond / 1_000;
        var wave = new byte[HeaderBytes + (samples * 2)];
        WriteHeader(wave, samples * 2);
        var at = HeaderBytes;
        foreach (var (frequency, milliseconds) in Notes)
        {
            var count = milliseconds * SamplesPerSecond / 1_000;
            for (var i = 0; i < count; i++, at += 2)
            {
                var value = 8_000 * Math.Sin(2 * Math.PI * frequency * i / SamplesPerSecond);
                BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(at), (short)Math.Round(value));
            }
        }

        return wave;
    }

    private static void WriteHeader(Span<byte> wave, int dataBytes)
    {
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(wave[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(wave[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(wave[24..], SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(wave[28..], SamplesPerSecond * 2);
        BinaryPrimitives.WriteInt16LittleEndian(wave[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(wave[34..], 16);
        "data"u8.CopyTo(wave[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(wave[40..], dataBytes);
    }
}
