using System.Threading.Channels;

namespace Burgernet.Grains.CallBacks;

/// <summary>A call that came in at a carrier's call-back number. The node implements it over SIP and RTP.</summary>
/// <remarks>No member blocks. Exactly one <see cref="CallerNewsKind.Over"/> is written, and nothing after it.</remarks>
public interface ICallerCall
{
    /// <summary>The caller's number as the network tells it, or null where it is withheld. Never logged.</summary>
    string? Number { get; }

    /// <summary>Whether there is a sentence for those who have no message.</summary>
    bool HasGeneralMessage { get; }

    /// <summary>What happens to it.</summary>
    ChannelReader<CallerNews> News { get; }

    /// <summary>How much was played of what was played last.</summary>
    TimeSpan Played { get; }

    /// <summary>Lets the caller hear it ring.</summary>
    void Ring();

    /// <summary>Turns it down.</summary>
    /// <param name="status">A SIP status code, 300 to 699.</param>
    void Reject(int status);

    /// <summary>Takes it; the sound begins when the caller is there.</summary>
    void Answer(CallerSound sound);

    /// <summary>Plays something else.</summary>
    void Play(CallerSound sound);

    /// <summary>Calls the control room and connects it with the caller once it answers: <see cref="CallerNewsKind.DeskAnswered"/> or <see cref="CallerNewsKind.DeskNotReached"/> tells.</summary>
    /// <param name="number">E.164.</param>
    /// <param name="ringLimit">How long it may ring.</param>
    void Connect(string number, TimeSpan ringLimit);

    /// <summary>Ends it, and the leg to the control room.</summary>
    void HangUp();
}
