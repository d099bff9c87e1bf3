using System.Globalization;
using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load;

/// <summary>The far side of the RTP run, in a process of its own: answers every call and counts what arrives.</summary>
internal sealed class VoiceReceiver : ISipIncomingCallHandler, ISipIncomingCallOwner
{
    private long _calls;
    private long _packets;
    private long _bytes;
    private long _fewest = long.MaxValue;

    /// <summary>Prints its address, then its totals when a line comes in.</summary>
    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var receiver = new VoiceReceiver();
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                IncomingCalls = receiver,
                FirstMediaPort = 10_000,
                LastMediaPort = 19_999,
                MaxCalls = 5_000,
            }
        );
        Console.WriteLine(endpoint.LocalEndPoint.Port.ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadLineAsync(cancellation);
        Console.WriteLine($"{receiver._calls} {receiver._packets} {receiver._bytes} {receiver._fewest}");
        return 0;
    }

    public void OnInvite(SipIncomingCall call)
    {
        call.Owner = this;
        call.Answer();
    }

    public void OnNews(SipIncomingCall call, SipIncomingCallNews news)
    {
        if (news is SipIncomingCallNews.HungUpByPeer or SipIncomingCallNews.HungUpByUs)
        {
            _calls++;
            _packets += call.RtpPacketsReceived;
            _bytes += call.RtpBytesReceived;
            _fewest = Math.Min(_fewest, call.RtpPacketsReceived);
        }
    }
}
