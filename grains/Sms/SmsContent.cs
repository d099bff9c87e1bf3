using System.Runtime.InteropServices;
using System.Text;

namespace Burgernet.Grains.Sms;

/// <summary>What is sealed of a message. Stored.</summary>
/// <param name="From">E.164 with the plus sign, or as the network wrote it where it is none.</param>
/// <param name="Text">The words. Unpaired surrogates stay: a segment may be cut between the two halves of one.</param>
internal sealed record SmsContent(string From, string Text)
{
    /// <summary>As it is sealed: one byte with the length of the sender in UTF-8, the sender, and the text in UTF-16, little-endian.</summary>
    public byte[] ToBytes()
    {
        var from = Encoding.UTF8.GetBytes(From);
        return [checked((byte)from.Length), .. from, .. MemoryMarshal.AsBytes(Text.AsSpan())];
    }

    /// <summary>From what was sealed.</summary>
    /// <exception cref="InvalidDataException">Not this content.</exception>
    public static SmsContent Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes.Length < 1 + bytes[0])
        {
            throw new InvalidDataException("The content of a message is cut off");
        }

        var text = bytes[(1 + bytes[0])..];
        return new SmsContent(Encoding.UTF8.GetString(bytes.Slice(1, bytes[0])), new string(MemoryMarshal.Cast<byte, char>(text)));
    }

    /// <inheritdoc/>
    public override string ToString() => "(message)";
}
