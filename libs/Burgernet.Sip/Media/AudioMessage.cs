namespace Burgernet.Sip.Media;

/// <summary>A spoken message, encoded once and shared by all calls that play it: G.711 A-law and µ-law in frames of 20 ms (160 bytes).</summary>
public sealed class AudioMessage
{
    internal const int FrameLength = 160;
    private const int SamplesPerSecond = 8_000;

    private AudioMessage(byte[] aLaw, byte[] muLaw, TimeSpan duration)
    {
        ALaw = aLaw;
        MuLaw = muLaw;
        Duration = duration;
    }

    /// <summary>How long it takes to play.</summary>
    public TimeSpan Duration { get; }

    /// <summary>A-law samples at 8 kHz, padded with silence to whole frames of 160.</summary>
    internal byte[] ALaw { get; }

    /// <summary>µ-law samples at 8 kHz, padded with silence to whole frames of 160.</summary>
    internal byte[] MuLaw { get; }

    /// <summary>What a caller hears while a phone rings, in the Netherlands: 425 Hz, 1 s on and 4 s off (ITU-T E.180, supplement 2). To be played again and again.</summary>
    public static AudioMessage RingingTone { get; } = Tone(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));

    /// <summary>What a caller hears of a busy phone, in the Netherlands: 425 Hz, 0.5 s on and 0.5 s off (ITU-T E.180, supplement 2). To be played again and again.</summary>
    public static AudioMessage BusyTone { get; } = Tone(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.5));

    /// <summary>Reads a RIFF/WAVE file: PCM, 8 or 16 bits, 1 or 2 channels, 8 to 48 kHz (resampled to 8 kHz with a low-pass filter).</summary>
    /// <param name="wave">The whole file.</param>
    /// <param name="message">The message, when it could be read.</param>
    /// <param name="error">Why not, when it could not.</param>
    public static bool TryReadWave(ReadOnlySpan<byte> wave, out AudioMessage? message, out WaveError error)
    {
        message = null;
        error = WaveReader.Read(wave, out var samples, out var rate);
        if (error != WaveError.None)
        {
            return false;
        }

        var linear = Resampler.ToEightKilohertz(samples, rate);
        if (linear.Length == 0)
        {
            error = WaveError.Empty;
            return false;
        }

        message = FromLinear(linear);
        return true;
    }

    private static AudioMessage Tone(TimeSpan on, TimeSpan off)
    {
        const int Frequency = 425;
        const double Loudness = 4_000;
        var samples = new short[(int)((on + off).TotalSeconds * SamplesPerSecond)];
        for (var i = 0; i < on.TotalSeconds * SamplesPerSecond; i++)
        {
            samples[i] = (short)(Loudness * Math.Sin(2 * Math.PI * Frequency * i / SamplesPerSecond));
        }

        return FromLinear(samples);
    }

    /// <summary>Encodes samples at 8 kHz.</summary>
    internal static AudioMessage FromLinear(ReadOnlySpan<short> linear)
    {
        var length = (linear.Length + FrameLength - 1) / FrameLength * FrameLength;
        var aLaw = new byte[length];
        var muLaw = new byte[length];
        for (var i = 0; i < length; i++)
        {
            var sample = i < linear.Length ? linear[i] : (short)0;
            aLaw[i] = G711.ToALaw(sample);
            muLaw[i] = G711.ToMuLaw(sample);
        }

        return new AudioMessage(aLaw, muLaw, TimeSpan.FromSeconds((double)linear.Length / SamplesPerSecond));
    }
}
