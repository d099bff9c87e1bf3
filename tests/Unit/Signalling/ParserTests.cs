using System.Text;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class ParserTests
{
    private const string Invite =
        "INVITE sip:+31970100200@example.org;user=phone SIP/2.0\r\n"
        + "v:  SIP / 2.0 / UDP 192.0.2.1:5070;branch=z9hG4bKa;rport ,SIP/2.0/TCP proxy.example.org;branch=z9hG4bKb\r\n"
        + "f: \"Caller, \\\"x\\\" <none>\" <sip:me@example.org>;tag=abc\r\n"
        + "To:\r\n <sip:+31970100200@example.org>\r\n"
        + "i: 1@example.org\r\nCSEQ: 17\r\n\tINVITE\r\nm: <sip:me@192.0.2.1>\r\nc: application/sdp\r\nl: 4\r\n\r\nv=0\r\nmore";

    [Fact]
    public void CompactFoldedAndManyValued_IsUnderstood()
    {
        Span<HeaderField> fields = new HeaderField[SipParser.MaxFields];
        Assert.Equal(ParseFault.None, SipParser.Parse(Encoding.UTF8.GetBytes(Invite), fields, out var message));

        Assert.True(message.IsRequest);
        Assert.Equal(SipMethod.Invite, message.Method);
        Assert.Equal(17u, message.CSeqNumber);
        Assert.Equal("abc", Text(message.FromTag));
        Assert.Equal("", Text(message.ToTag));
        Assert.Equal("1@example.org", Text(message.CallId));
        Assert.Equal("v=0\r", Text(message.Body));
        Assert.Equal(2, message.CountValues(HeaderName.Via));
        Assert.True(ViaValue.TryParse(message.TopVia, out var via));
        Assert.Equal(("192.0.2.1", 5070, "z9hG4bKa"), (Text(via.Host), via.Port, Text(via.Branch)));
        Assert.True(NameAddress.TryParse(message.From, out var from));
        Assert.Equal("sip:me@example.org", Text(from.Uri));
        Assert.True(SipUri.TryParse(message.RequestUri, out var uri));
        Assert.Equal(("+31970100200", "example.org"), (Text(uri.User), Text(uri.Host)));
    }

    [Theory]
    [InlineData("\r\n\r\n", "KeepAlive")]
    [InlineData("hello", "StartLine")]
    [InlineData("INVITE sip:a@b SIP/3.0\r\nVia: x\r\n\r\n", "Version")]
    [InlineData("SIP/2.0 99 No\r\nVia: x\r\n\r\n", "StartLine")]
    [InlineData("SIP/2.0 700 No\r\nVia: x\r\n\r\n", "StartLine")]
    [InlineData("INVITE sip:a@b SIP/2.0\r\nVia x\r\n\r\n", "HeaderLine")]
    [InlineData("INVITE sip:a@b SIP/2.0\r\nVia: x\r\n", "NoEndOfHeaders")]
    [InlineData("INVITE sip:a@b SIP/2.0\r\nVia: x\r\n\r\n", "MissingHeader")]
    public void WhatIsNoMessage_IsNamed(string text, string fault) => Assert.Equal(fault, Fault(text));

    [Theory]
    [InlineData("CSEQ: 17", "CSEQ: 4294967296", "CSeq")]
    [InlineData("\tINVITE", "\tBYE", "MethodMismatch")]
    [InlineData("l: 4", "l: 400", "ContentLength")]
    [InlineData("l: 4", "l: -4", "ContentLength")]
    [InlineData("i: 1@example.org", "i: 1@example.org\r\ni: 2@example.org", "RepeatedHeader")]
    [InlineData("SIP / 2.0 / UDP", "SIP / 2.0 / ", "Via")]
    [InlineData("<sip:me@example.org>;tag", "<sip:me@example.org;tag", "Address")]
    public void OneWrongField_IsNamed(string right, string wrong, string fault) =>
        Assert.Equal(fault, Fault(Invite.Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void CutAtEveryOffset_NeverThrowsAndNeverReadsTheWhole()
    {
        var end = Invite.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        for (var length = 0; length < end; length++)
        {
            Assert.NotEqual("None", Fault(Invite[..length]), StringComparer.Ordinal);
        }
    }

    [Fact]
    public void AnyBytes_NeverThrow() => Gen.Byte.Array[0, 400].Sample(bytes => Read(bytes) is { Length: > 0 }, iter: 20_000);

    [Fact]
    public void MutatedMessages_NeverThrow() =>
        Gen.Select(Gen.Int[0, Invite.Length - 1], Gen.Byte, Gen.Int[0, Invite.Length - 1], Gen.Byte)
            .Sample(
                change =>
                {
                    var bytes = Encoding.UTF8.GetBytes(Invite);
                    bytes[change.Item1] = change.Item2;
                    bytes[change.Item3] = change.Item4;
                    return Read(bytes) is { Length: > 0 };
                },
                iter: 50_000
            );

    private static string Fault(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Parses and touches everything that the engine would.</summary>
    private static string Read(byte[] bytes)
    {
        Span<HeaderField> fields = new HeaderField[SipParser.MaxFields];
        var fault = SipParser.Parse(bytes, fields, out var message);
        if (fault != ParseFault.None)
        {
            return fault.ToString();
        }

        var sum = message.CountValues(HeaderName.Via) + message.RetryAfterSeconds;
        foreach (var field in message.Fields)
        {
            foreach (var value in new ValueList(message.ValueOf(field)))
            {
                sum += NameAddress.TryParse(value, out var address) && SipUri.TryParse(address.Uri, out var uri) ? uri.Port : 0;
            }
        }

        return sum >= 0 ? "None" : "";
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
