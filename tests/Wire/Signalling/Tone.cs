using Burgernet.Sip.Media;
using Burgernet.TestKit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>A sine tone as a message.</summary>
internal static class Tone
{
    public static AudioMessage Message(double seconds)
    {
        if (!AudioMessage.TryReadWave(WaveFile.Tone(TimeSpan.FromSeconds(seconds)), out var message, out var error))
        {
            throw new InvalidOperationException($"The tone was refused: {error}");
        }

        return message!;
    }
}
