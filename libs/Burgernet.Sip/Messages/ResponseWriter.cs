using Burgernet.Sip.Grammar;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Messages;

/// <summary>Writes responses from their request, RFC 3261 §8.2.6.</summary>
internal static class ResponseWriter
{
    /// <summary>Status line and the fields every response repeats; the caller adds the rest and the empty line.</summary>
    public static void Begin(ref MessageWriter writer, in SipMessage request, int status, in Hop source, SipToken toTag, ulong secret)
    {
        writer.Add("SIP/2.0 "u8);
        writer.Add(status);
        writer.Add((byte)' ');
        writer.Add(ReasonPhrases.Of(status));
        writer.Add("\r\n"u8);
        AddVias(ref writer, request, source);

        // §12.1.1: responses that make a dialog repeat Record-Route.
        if (request.Method == SipMethod.Invite && status is > 100 and < 300)
        {
            foreach (var field in request.Fields)
            {
                if (field.Name == HeaderName.RecordRoute)
                {
                    writer.Add("Record-Route: "u8);
                    writer.Add(request.ValueOf(field));
                    writer.Add("\r\n"u8);
                }
            }
        }

        // A request that lacks one of these is answered without it: by Via and CSeq the response still finds its way (RFC 4475 §3.3.1).
        AddField(ref writer, "From: "u8, request.From);
        if (!request.To.IsEmpty)
        {
            writer.Add("To: "u8);
            writer.Add(request.To);
            if (request.ToTag.IsEmpty && status > 100)
            {
                writer.Add(";tag="u8);
                toTag.WriteTo(ref writer, secret);
            }

            writer.Add("\r\n"u8);
        }

        AddField(ref writer, "Call-ID: "u8, request.CallId);
        AddField(ref writer, "CSeq: "u8, request.CSeq);
        if (status == 100)
        {
            // §8.2.6.1
            AddField(ref writer, "Timestamp: "u8, request.First(HeaderName.Timestamp));
        }
    }

    /// <summary>§18.2.2: by the connection that the request came on, and where that is gone by a new one to the source at the port of sent-by;
    /// over UDP to the source, at the port of sent-by or, where rport asks so, at the one it came from (RFC 3581 §4).</summary>
    public static Hop Aim(in SipMessage request, in Hop source) =>
        ViaValue.TryParse(request.TopVia, out var via) && (source.IsReliable || !Parameters.TryGet(via.ViaParameters, "rport"u8, out _))
            ? source with
            {
                Port = via.Port == 0 ? Hop.DefaultPort(source.Transport) : via.Port,
            }
            : source;

    private static void AddField(ref MessageWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            writer.Add(name);
            writer.Add(value);
            writer.Add("\r\n"u8);
        }
    }

    private static void AddVias(ref MessageWriter writer, in SipMessage request, in Hop source)
    {
        var isTop = true;
        foreach (var field in request.Fields)
        {
            if (field.Name != HeaderName.Via)
            {
                continue;
            }

            foreach (var value in new ValueList(request.ValueOf(field)))
            {
                writer.Add("Via: "u8);
                if (isTop)
                {
                    AddTopVia(ref writer, value, source);
                    isTop = false;
                }
                else
                {
                    writer.Add(value);
                }

                writer.Add("\r\n"u8);
            }
        }
    }

    /// <summary>§18.2.1: received where the sent-by is not the source; RFC 3581 §4: rport is filled in, always with received.</summary>
    private static void AddTopVia(ref MessageWriter writer, ReadOnlySpan<byte> value, in Hop source)
    {
        _ = ViaValue.TryParse(value, out var via);
        var wantsPort = Parameters.TryGet(via.ViaParameters, "rport"u8, out _);
        var semicolon = value.IndexOf((byte)';');
        writer.Add(semicolon < 0 ? value : value[..semicolon]);
        var rest = semicolon < 0 ? default : value[(semicolon + 1)..];
        while (!rest.IsEmpty)
        {
            var end = SipText.IndexOfBare(rest, (byte)';', skipAngles: true);
            var one = SipText.Trim(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[(end + 1)..];
            var equal = one.IndexOf((byte)'=');
            var name = SipText.Trim(equal < 0 ? one : one[..equal]);
            if (!one.IsEmpty && !SipText.Same(name, "rport"u8) && !SipText.Same(name, "received"u8))
            {
                writer.Add((byte)';');
                writer.Add(one);
            }
        }

        if (wantsPort || !HostPort.TryReadIPv4(via.Host, out var sentBy) || sentBy != source.Address)
        {
            writer.Add(";received="u8);
            writer.AddIPv4(source.Address);
        }

        if (wantsPort)
        {
            writer.Add(";rport="u8);
            writer.Add(source.Port);
        }
    }
}
