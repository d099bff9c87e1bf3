using System.Runtime.InteropServices;

namespace Burgernet.Sip.Messages;

/// <summary>What branches, tags and Call-IDs are made of: a kind, an index, a generation and 64 random bits of this process.
/// So a response or a request in a dialog finds its state by one array look-up, and a stranger cannot guess one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SipToken(byte Kind, int Index, uint Generation)
{
    public const int Length = 33;
    public const byte Transaction = (byte)'t';
    public const byte Outgoing = (byte)'c';
    public const byte Incoming = (byte)'s';

    /// <summary>Kind of what never comes back: branches of ACK, tags of responses outside dialogs.</summary>
    public const byte Loose = (byte)'x';

    /// <summary>The magic cookie of RFC 3261 §8.1.1.7.</summary>
    public static ReadOnlySpan<byte> Cookie => "z9hG4bK"u8;

    public void WriteTo(ref MessageWriter writer, ulong secret)
    {
        writer.Add(Kind);
        writer.AddHex((uint)Index, 8);
        writer.AddHex(Generation, 8);
        writer.AddHex(secret, 16);
    }

    public static bool TryRead(ReadOnlySpan<byte> text, ulong secret, out SipToken token)
    {
        token = default;
        if (
            text.Length != Length
            || !TryHex(text[1..9], out var index)
            || !TryHex(text[9..17], out var generation)
            || !TryHex(text[17..], out var random)
            || random != secret
        )
        {
            return false;
        }

        token = new SipToken(text[0], (int)index, (uint)generation);
        return token.Index >= 0;
    }

    private static bool TryHex(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        foreach (var digit in text)
        {
            var one = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                _ => -1,
            };
            if (one < 0)
            {
                return false;
            }

            value = (value << 4) | (uint)one;
        }

        return true;
    }
}
