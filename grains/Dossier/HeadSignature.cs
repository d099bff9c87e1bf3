namespace Burgernet.Grains.Dossier;

/// <summary>A signature over the head that an event made of its action's chain; see <see cref="SignedHead"/> for what is signed.</summary>
/// <param name="KeyId">Which of the <see cref="DossierKeys"/> made it.</param>
/// <param name="At">When, in whole microseconds; the event's own time.</param>
/// <param name="Value">ECDSA over P-256 with SHA-256, as r and s of 32 bytes each (IEEE P1363).</param>
public sealed record HeadSignature(string KeyId, DateTimeOffset At, byte[] Value);
