using Burgernet.Sip.Media;

namespace Burgernet.Api.Messages;

/// <summary>Reads a recording with the very code that will play it.</summary>
internal sealed class CallMessageChecker : IMessageChecker
{
    /// <inheritdoc/>
    public WaveError Check(ReadOnlySpan<byte> wave, out TimeSpan duration)
    {
        var readable = AudioMessage.TryReadWave(wave, out var message, out var error);
        duration = message?.Duration ?? TimeSpan.Zero;
        return readable ? WaveError.None : error;
    }
}
