using Burgernet.Sip.Media;

namespace Burgernet.Api.Messages;

/// <summary>Tells whether a recording can be played on a call.</summary>
internal interface IMessageChecker
{
    /// <summary>Looks at a whole RIFF/WAVE file.</summary>
    /// <param name="wave">The file.</param>
    /// <param name="duration">How long it plays, when it can be played.</param>
    /// <returns>Why it cannot be played, or <see cref="WaveError.None"/>.</returns>
    WaveError Check(ReadOnlySpan<byte> wave, out TimeSpan duration);
}
