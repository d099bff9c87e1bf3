using System.Buffers.Text;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Mail;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Mail;

/// <summary>Links that unsubscribe (RFC 8058 §3.1: hard to forge, and no login). Of a participant and a list; nothing is stored of them, and they work as long as the lookup key is the same. Any thread.</summary>
public sealed class UnsubscribeTokens(PersonalSeal seal, IOptions<SignupOptions> options)
{
    private const int IdBytes = 16;
    private const int TokenBytes = IdBytes + SealedToken.Overhead;

    /// <summary>The token of somebody for a list: 35 characters of base64url (RFC 4648 §5).</summary>
    public string Write(MailList list, Guid participantId)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        participantId.TryWriteBytes(id, bigEndian: true, out _);
        return Base64Url.EncodeToString(SealedToken.Write(seal, (byte)list, id));
    }

    /// <summary>Whose token it is, or null where it is none for this list.</summary>
    public Guid? Read(MailList list, string? text)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        return
            text is { Length: 35 }
            && Base64Url.IsValid(text, out var length)
            && length == TokenBytes
            && Base64Url.TryDecodeFromChars(text, token, out _)
            && SealedToken.Read(seal, (byte)list, token) is { } id
            ? new Guid(id, bigEndian: true)
            : null;
    }

    /// <summary>The links of somebody.</summary>
    internal UnsubscribeLinks Links(Guid participantId) => new(Link(MailList.Articles, participantId), Link(MailList.All, participantId));

    private string Link(MailList list, Guid participantId)
    {
        var page = list == MailList.Articles ? "articles" : "mail";
        return $"{options.Value.PublicUrl}/signups/unsubscribe/{page}?token={Write(list, participantId)}";
    }
}
