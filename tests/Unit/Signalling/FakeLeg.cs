using Burgernet.Sip.Media;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>An RTP port that only remembers.</summary>
internal sealed class FakeLeg : MediaLeg
{
    public SdpAudio Peer { get; private set; }

    public bool IsPlaying { get; private set; }

    public bool IsClosed { get; private set; }

    public override int Port => 20_000;

    public override TimeSpan Played => TimeSpan.FromSeconds(1);

    public override long PacketsReceived => 0;

    public override long BytesReceived => 0;

    public override void Listen(in SdpAudio peer, int ownTelephoneEvent) => Peer = peer;

    public override void Retarget(in SdpAudio peer) => Peer = peer;

    public override void Play(AudioMessage? message) => IsPlaying = true;

    public override void SendKey(char key) { }

    public override int Close(Span<char> keys)
    {
        IsClosed = true;
        IsPlaying = false;
        return 0;
    }
}
