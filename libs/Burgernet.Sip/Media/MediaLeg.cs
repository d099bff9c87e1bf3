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

    /// <summary>Starts sending; null sends keys only.</summary>
    public abstract void Play(AudioMessage? message);

    public abstract void SendKey(char key);

    /// <summary>Takes in what still waits in the socket, then stops. The port rests before its next use.</summary>
    /// <param name="keys">Room for keys that were heard only now.</param>
    /// <returns>How many there are.</returns>
    public abstract int Close(Span<char> keys);
}
