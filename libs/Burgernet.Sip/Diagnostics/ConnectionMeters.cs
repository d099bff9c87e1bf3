namespace Burgernet.Sip.Diagnostics;

/// <summary>Counts of an endpoint's connections; plain fields, written by the signalling thread only.</summary>
internal sealed class ConnectionMeters
{
    /// <summary>Connections that could not be had or ended, by <see cref="SipConnectionFailure"/>.</summary>
    public readonly long[] Failures = new long[(int)SipConnectionFailure.Closing + 1];
    public long Opened;
    public long Accepted;
    public long PingsSent;
    public long PingsReceived;
    public long PongsReceived;
    public int Living;
}
