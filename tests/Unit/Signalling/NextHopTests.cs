using System.Net;
using System.Text;
using Burgernet.Sip;
using Burgernet.Sip.Transport;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class NextHopTests
{
    private static readonly FlowId Flow = new(3, 7);

    [Theory]
    [InlineData("sip:p@192.0.2.7:5070", SipTransport.Udp, "192.0.2.7:5070 Udp")]
    [InlineData("sip:p@192.0.2.7", SipTransport.Udp, "192.0.2.7:5060 Udp")]
    [InlineData("sip:p@192.0.2.7;transport=tcp", SipTransport.Udp, "192.0.2.7:5060 Tcp")]
    [InlineData("sip:p@192.0.2.7;transport=UDP", SipTransport.Tcp, "192.0.2.7:5060 Udp")]
    [InlineData("sip:p@192.0.2.7:5070", SipTransport.Tcp, "192.0.2.7:5070 Tcp")]
    [InlineData("sip:p@192.0.2.7;transport=sctp", SipTransport.Tcp, "192.0.2.7:5060 Tcp")]
    [InlineData("sip:p@192.0.2.7", SipTransport.Tls, "192.0.2.7:5061 Tls")]
    [InlineData("sip:p@192.0.2.7:5060;transport=udp", SipTransport.Tls, "192.0.2.7:5060 Tls")]
    [InlineData("sips:p@192.0.2.7", SipTransport.Udp, "192.0.2.7:5060 Udp")]
    [InlineData("sip:p@host.example.org:5070", SipTransport.Udp, "192.0.2.1:40000 Udp")]
    [InlineData("sip:p@host.example.org:5070", SipTransport.Tcp, "192.0.2.1:40000 Tcp+")]
    [InlineData("tel:112", SipTransport.Tcp, "192.0.2.1:40000 Tcp+")]
    public void Target_OfACallOfOurs_SaysWhereToAndByWhat(string uri, SipTransport began, string expected) =>
        Assert.Equal(expected, Text(NextHop.Of(Encoding.ASCII.GetBytes(uri), Began(began), isCaller: true)));

    [Theory]
    [InlineData("sip:p@192.0.2.1:40000", true, "192.0.2.1:40000 Tcp+")]
    [InlineData("sip:p@192.0.2.1:5070", true, "192.0.2.1:5070 Tcp")]
    [InlineData("sip:p@192.0.2.1:5070", false, "192.0.2.1:5070 Tcp+")]
    [InlineData("sip:p@192.0.2.2:5070", false, "192.0.2.2:5070 Tcp")]
    [InlineData("sip:p@192.0.2.1:5070;transport=udp", false, "192.0.2.1:5070 Udp")]
    [InlineData("sip:p@host.example.org", false, "192.0.2.1:5060 Tcp+")]
    public void OpenConnection_IsUsedAgain_ByAddressAndPortOrForCallersByAddress(string uri, bool isCaller, string expected) =>
        Assert.Equal(expected, Text(NextHop.Of(Encoding.ASCII.GetBytes(uri), Began(SipTransport.Tcp), isCaller)));

    private static Hop Began(SipTransport transport) =>
        Hop.Udp(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 40_000)) with
        {
            Transport = transport,
            Flow = transport == SipTransport.Udp ? default : Flow,
        };

    private static string Text(Hop hop) => $"{hop.ToEndPoint()} {hop.Transport}{(hop.Flow == Flow ? "+" : "")}";
}
