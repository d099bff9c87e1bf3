using Burgernet.Sip.Media;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>An RTP port that only remembers.</summary>
internal sealed class FakeLeg : MediaLeg
{
    public SdpAudio Peer { get; private set; }

    public bool IsPlaying { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>What the other leg of a bridge heard; null outside one.</summary>
    public RelayBuffer? From { get; private set; }

    /// <summary>Where what it hears goes; null outside a bridge.</summary>
    public RelayBuffer? To { get; private set; }

    public AudioMessage? Message { get; private set; }

    public bool PlaysAgain { get; private set; }

    public string Keys { get; private set; } = "";

    public override int Port => 20_000;

    public override TimeSpan Played => TimeSpan.FromSeconds(1);

    public override long PacketsReceived => 0;

    public override long BytesReceived => 0;

    public override void Listen(in SdpAudio peer, int ownTelephoneEvent) => Peer = peer;

    public override void Retarget(in SdpAudio peer) => Peer = peer;

    public override void Play(AudioMessage? message, bool again = false) => (IsPlaying, Message, PlaysAgain) = (true, message, again);

    public override void Join(RelayBuffer from, RelayBuffer to) => (From, To) = (from, to);

    public override void SendKey(char key) => Keys += key;

    public override int Close(Span<char> keys)
    {
        IsClosed = true;
        IsPlaying = false;
        return 0;
    }
}
