using System.Collections.Concurrent;
using Burgernet.Grains.CallBacks;
using Burgernet.Participants;
using Burgernet.Silo.Hosting;
using Burgernet.Sip.Media;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.CallBacks;

/// <summary>What callers hear, made ready to be played.</summary>
internal sealed class CallBackSounds
{
    /// <summary>Messages kept; beyond it all are made ready again.</summary>
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<(Guid ActionId, int Number, Language Language), AudioMessage> _messages = new();
    private readonly AudioMessage? _general;

    /// <summary>Reads the general sentence.</summary>
    /// <exception cref="NodeSettingException">It cannot be played.</exception>
    public CallBackSounds(IOptions<CallBackOptions> options)
    {
        if (options.Value.GeneralMessageFile is { } file)
        {
            _general = AudioMessage.TryReadWave(File.ReadAllBytes(file), out var audio, out var error)
                ? audio
                : throw new NodeSettingException($"{CallBackOptions.Section}: {file} cannot be played: {error}");
        }
    }

    /// <summary>Whether there is a general sentence.</summary>
    public bool HasGeneral => _general is not null;

    /// <summary>A sound as audio, and whether it is played again and again.</summary>
    public (AudioMessage Audio, bool Again) Of(CallerSound sound) =>
        sound switch
        {
            CallerSound.Message message => (Ready(message), false),
            CallerSound.General => (_general ?? AudioMessage.RingingTone, false),
            CallerSound.Busy => (AudioMessage.BusyTone, true),
            _ => (AudioMessage.RingingTone, true),
        };

    private AudioMessage Ready(CallerSound.Message message)
    {
        var spoken = message.Said.Spoken;
        var key = (message.ActionId, message.Said.Number, spoken.Language);
        if (_messages.TryGetValue(key, out var ready))
        {
            return ready;
        }

        if (!AudioMessage.TryReadWave(spoken.Wave, out var audio, out var error) || audio is null)
        {
            throw new InvalidOperationException($"A stored message of action {message.ActionId} cannot be played: {error}");
        }

        if (_messages.Count >= MostKept)
        {
            _messages.Clear();
        }

        return _messages.GetOrAdd(key, audio);
    }
}
