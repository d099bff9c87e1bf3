using Burgernet.Sip.Media;

namespace Burgernet.Tests.Unit.Signalling.Fuzz;

/// <summary>An RTP port that does nothing.</summary>
internal sealed class SilentLeg : MediaLeg
{
    public override int Port => 20_000;

    public override TimeSpan Played => TimeSpan.Zero;

    public override long PacketsReceived => 0;

    public override long BytesReceived => 0;

    public override void Listen(in SdpAudio peer, int ownTelephoneEvent) { }

    public override void Retarget(in SdpAudio peer) { }

    public override void Play(AudioMessage? message, bool again = false) { }

    public override void Join(RelayBuffer from, RelayBuffer to) { }

    public override void SendKey(char key) { }

    public override int Close(Span<char> keys) => 0;
}
