using System.Net;
using Burgernet.Sip.Admission;
using Burgernet.Sip.Authentication;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip;

/// <summary>A carrier's lines as this endpoint sees them.</summary>
public sealed class SipTrunk
{
    internal SipTrunk(SipTrunkOptions options, TrunkSegments segments)
    {
        Options = options;
        Segments = segments;
        Hop = Hop.Udp(options.Peer) with { Transport = options.Transport, Trunk = this };
        Admission = new TrunkAdmission(options);
        Handshake = options.Tls is null ? null : new TlsClientHandshake(options.Tls);
        Authorization = options.Credentials is null ? null : new TrunkAuthorization(options.Credentials);
    }

    /// <summary>The settings it was made with.</summary>
    public SipTrunkOptions Options { get; }

    /// <summary>Where requests go.</summary>
    public IPEndPoint Peer => Options.Peer;

    /// <summary>At most so many calls start in any such time from now on, at even distances: for who shares the carrier's limit with other endpoints. From any thread.</summary>
    /// <param name="calls">From 1; more than <see cref="SipTrunkOptions.CallsPerSecond"/> counts as that. Without that option nothing is limited.</param>
    /// <param name="within">About a second.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public void Limit(int calls, TimeSpan within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(within, TimeSpan.Zero);
        Admission.Limit(new StartLimit(calls, within));
    }

    internal TrunkSegments Segments { get; }

    internal Hop Hop { get; }

    /// <summary>How TLS connections to it are secured; null where there are none.</summary>
    internal ITlsHandshake? Handshake { get; }

    internal TrunkAuthorization? Authorization { get; }

    /// <summary>What may start on it; the signalling thread's.</summary>
    internal TrunkAdmission Admission { get; }
}
