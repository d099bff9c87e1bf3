namespace Burgernet.Grains.Mail;

/// <summary>A letter that is to be sent, or was. It holds nothing personal: address and language are the register's when it is sent.</summary>
/// <param name="Id">Which letter; the same at every attempt.</param>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Kind">What it says.</param>
/// <param name="CreatedAt">When there was reason for it.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record StoredLetter(Guid Id, Guid ParticipantId, LetterKind Kind, DateTimeOffset CreatedAt, int Attempts);
