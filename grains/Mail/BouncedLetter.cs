using System.Runtime.InteropServices;

namespace Burgernet.Grains.Mail;

/// <summary>What a bounce is about, as the token of its letter says.</summary>
/// <param name="ParticipantId">To whom the letter was.</param>
/// <param name="Address">The first 16 bits of the hash of their address then.</param>
/// <param name="IsDelivery">Whether it was the mail of a delivery, which has a result; else a letter of the outbox.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BouncedLetter(Guid ParticipantId, ushort Address, bool IsDelivery);
