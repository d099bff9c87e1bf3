using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>A message of any length: a tone of 440 Hz.</summary>
internal static class Tone
{
    public static AudioMessage Message(TimeSpan time)
    {
        var samples = new short[(int)(time.TotalSeconds * 8_000)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(8_000 * Math.Sin(2 * Math.PI * 440 * i / 8_000));
        }

        return AudioMessage.FromLinear(samples);
    }
}
