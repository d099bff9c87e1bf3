namespace Burgernet.Sip.Media;

/// <summary>Where the signalling gets RTP ports from.</summary>
internal interface IMediaPlane
{
    /// <summary>A leg with a bound port, or null when all are taken.</summary>
    MediaLeg? TryOpen(MediaOwner owner, long now);
}
