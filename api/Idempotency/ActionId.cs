using System.Security.Cryptography;
using System.Text;

namespace Burgernet.Api.Idempotency;

/// <summary>The id of a new action, from who asks and under which key: a repeated request lands on the same action.</summary>
internal static class ActionId
{
    /// <summary>A UUID of version 8 (RFC 9562 §5.8) from SHA-256 over the control room and the key.</summary>
    public static Guid Of(string controlRoom, string idempotencyKey) => Of("burgernet.action", controlRoom, idempotencyKey);

    /// <summary>The same for a bulk import.</summary>
    public static Guid OfImport(string controlRoom, string idempotencyKey) => Of("burgernet.import", controlRoom, idempotencyKey);

    /// <summary>The same for a participant whom a control room registers.</summary>
    public static Guid OfParticipant(string controlRoom, string idempotencyKey) => Of("burgernet.participant", controlRoom, idempotencyKey);

    /// <summary>The same for one change of a participant: the register knows it again.</summary>
    public static Guid OfParticipantOperation(string controlRoom, string idempotencyKey) =>
        Of("burgernet.participant-operation", controlRoom, idempotencyKey);

    /// <summary>The same for somebody who signs up by themselves.</summary>
    public static Guid OfSignup(string idempotencyKey) => Of("burgernet.signup", "", idempotencyKey);

    /// <summary>The same for their sign-up as a change of the register.</summary>
    public static Guid OfSignupOperation(string idempotencyKey) => Of("burgernet.signup-operation", "", idempotencyKey);

    private static Guid Of(string kind, string controlRoom, string idempotencyKey)
    {
        // None of them can hold a NUL.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\0{controlRoom}\0{idempotencyKey}"));
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
