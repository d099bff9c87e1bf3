namespace Burgernet.Grains.Participants;

/// <summary>An operation that was done before.</summary>
/// <param name="Fingerprint">What was asked.</param>
/// <param name="Version">The version that it made.</param>
/// <param name="Status">The status at that version.</param>
public sealed record StoredOperation(LookupHash Fingerprint, long Version, Burgernet.Participants.ParticipantStatus Status);
