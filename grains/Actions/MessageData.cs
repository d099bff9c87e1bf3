using System.Security.Cryptography;
using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>A message in an event: its hash stands for its sound. Text and words came later: older events have none of it.</summary>
/// <param name="Language">Its language.</param>
/// <param name="DurationMilliseconds">How long it takes to play.</param>
/// <param name="Sha256">Of the WAV file, lower-case hex.</param>
/// <param name="Text">What the dispatcher wrote, where it was spoken by the machine.</param>
/// <param name="Said">What was said, word for word.</param>
public sealed record MessageData(Language Language, int DurationMilliseconds, string Sha256, string? Text = null, string? Said = null)
{
    /// <summary>From a message.</summary>
    public static MessageData Of(SpokenMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var hash = Convert.ToHexStringLower(SHA256.HashData(message.Wave));
        return new MessageData(message.Language, message.DurationMilliseconds, hash, message.Text, message.Said);
    }
}
