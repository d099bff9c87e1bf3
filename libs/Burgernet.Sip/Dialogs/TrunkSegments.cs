using System.Text;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>The parts of requests that are the same for all calls of a trunk, written once.</summary>
internal sealed class TrunkSegments
{
    /// <summary>For one trunk.</summary>
    /// <param name="options">The trunk's settings.</param>
    /// <param name="localAddress">The address that it reaches us at, where the settings name no other.</param>
    /// <param name="localPort">Our port for the trunk's transport.</param>
    /// <param name="userAgent">Value of User-Agent.</param>
    public TrunkSegments(SipTrunkOptions options, uint localAddress, int localPort, string userAgent)
    {
        LocalAddress = options.AdvertisedAddress is null ? localAddress : HostPort.ToUInt32(options.AdvertisedAddress);
        var local = $"{Dotted(LocalAddress)}:{localPort}";
        var host = options.Domain ?? options.Peer.Address.ToString();
        var target = options.Domain ?? options.Peer.ToString();
        var transport = Encoding.ASCII.GetString(TransportNames.Of(options.Transport));
        // A sips URI says TLS by itself (§26.2.2).
        var parameter = options.UsesSips ? "" : Encoding.ASCII.GetString(TransportNames.UriParameterOf(options.Transport));
        var scheme = options.UsesSips ? "sips:" : "sip:";
        Scheme = Encoding.ASCII.GetBytes(scheme);
        AtTarget = Encoding.ASCII.GetBytes($"@{target}");
        AtDomain = Encoding.ASCII.GetBytes($"@{host}");

        Route = options.Route is null ? [] : Encoding.ASCII.GetBytes($"Route: {Printable(options.Route)}\r\n");

        // RFC 3581 §3: an empty rport asks for answers to the port that we send from.
        Via = Encoding.ASCII.GetBytes($"Via: SIP/2.0/{transport} {local};rport;branch=z9hG4bK");
        Contact = Encoding.ASCII.GetBytes(
            $"Contact: <{scheme}burgernet@{local}{parameter}>\r\nAllow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE\r\nUser-Agent: {Printable(userAgent)}\r\n"
        );
    }

    public uint LocalAddress { get; }

    /// <summary><c>sip:</c> or <c>sips:</c>.</summary>
    public byte[] Scheme { get; }

    public byte[] AtTarget { get; }

    public byte[] AtDomain { get; }

    public byte[] Via { get; }

    public byte[] Contact { get; }

    /// <summary>Empty where the trunk has none.</summary>
    public byte[] Route { get; }

    /// <summary>Keeps line breaks out of header values.</summary>
    public static string Printable(string text) => string.Concat(text.Where(static c => c is >= ' ' and <= '~'));

    private static string Dotted(uint address) =>
        new System.Net.IPAddress([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]).ToString();
}
