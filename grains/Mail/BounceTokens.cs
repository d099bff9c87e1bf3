using System.Buffers.Binary;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>What stands in the sender of an envelope, so that a bounce says whom and which letter it is about (VERP): sealed, so that nobody reads it or makes one up. Any thread.</summary>
/// <remarks>Letters and digits in lower case only (RFC 4648 §6): mail systems in between may change the case of an address.</remarks>
public sealed class BounceTokens(PersonalSeal seal)
{
    /// <summary>Length of a token in characters.</summary>
    public const int Length = 53;

    private const byte OfALetter = 0x10;
    private const byte OfADelivery = 0x11;
    private const int ParticipantBytes = 16;
    private const int AddressBytes = 2;
    private const int LetterBytes = 5;

    /// <summary>The token of a letter of the outbox, or of the mail of a delivery.</summary>
    /// <param name="participantId">To whom.</param>
    /// <param name="address">Their address, so that a bounce of an earlier one is known.</param>
    /// <param name="letter">Which letter: of it five bytes are taken, enough to tell one person's letters apart.</param>
    /// <param name="delivery">Whether it is the mail of a delivery.</param>
    public string Write(Guid participantId, string address, Guid letter, bool delivery = false)
    {
        Span<byte> content = stackalloc byte[ParticipantBytes + AddressBytes + LetterBytes];
        Span<byte> id = stackalloc byte[16];
        participantId.TryWriteBytes(content, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(content[ParticipantBytes..], Mark(seal.Email(address).Hash));
        letter.TryWriteBytes(id, bigEndian: true, out _);
        id[..LetterBytes].CopyTo(content[(ParticipantBytes + AddressBytes)..]);
        return Base32.Write(SealedToken.Write(seal, delivery ? OfADelivery : OfALetter, content));
    }

    /// <summary>Whom a token is about; null where it is none of ours.</summary>
    public BouncedLetter? Read(string? token) =>
        token is not { Length: Length } || Base32.Read(token) is not { } bytes ? null
        : SealedToken.Read(seal, OfADelivery, bytes) is { } delivery ? Letter(delivery, isDelivery: true)
        : SealedToken.Read(seal, OfALetter, bytes) is { } letter ? Letter(letter, isDelivery: false)
        : null;

    /// <summary>Whether a letter went to this address.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="address">The hash of an address, as the register has it.</param>
    public static bool WentTo(BouncedLetter letter, LookupHash address) => letter.Address == Mark(address);

    private static BouncedLetter Letter(byte[] content, bool isDelivery) =>
        new(
            new Guid(content.AsSpan(0, ParticipantBytes), bigEndian: true),
            BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(ParticipantBytes)),
            isDelivery
        );

    private static ushort Mark(LookupHash hash) => (ushort)(hash.High >> 48);
}
