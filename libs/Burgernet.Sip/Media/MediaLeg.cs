namespace Burgernet.Sip.Media;

/// <summary>One call's RTP port as the signalling sees it.</summary>
internal abstract class MediaLeg
{
    private uint _version;

    /// <summary>The even UDP port that our SDP names.</summary>
    public abstract int Port { get; }

    /// <summary>The session's number in our o= lines, the same for the whole call.</summary>
    public uint Session { get; protected set; }

    public abstract TimeSpan Played { get; }

    public abstract long PacketsReceived { get; }

    public abstract long BytesReceived { get; }

    /// <summary>The version of our next description.</summary>
    public uint TakeVersion() => ++_version;

    /// <summary>From now on packets count and keys are heard; sending waits for <see cref="Play"/>.</summary>
    public abstract void Listen(in SdpAudio peer, int ownTelephoneEvent);

    /// <summary>A changed answer or offer.</summary>
    public abstract void Retarget(in SdpAudio peer);

    /// <summary>Starts sending, from the beginning; null sends keys only.</summary>
    /// <param name="message">What.</param>
    /// <param name="again">Again and again; its end is then not told.</param>
    public abstract void Play(AudioMessage? message, bool again = false);

    /// <summary>From now on what is heard goes to another leg, and what is sent comes from it; nothing else is played any more.</summary>
    /// <param name="from">What the other leg heard.</param>
    /// <param name="to">Where what this one hears goes.</param>
    public abstract void Join(RelayBuffer from, RelayBuffer to);

    public abstract void SendKey(char key);

    /// <summary>Takes in what still waits in the socket, then stops. The port rests before its next use.</summary>
    /// <param name="keys">Room for keys that were heard only now.</param>
    /// <returns>How many there are.</returns>
    public abstract int Close(Span<char> keys);
}
