using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>A profile in its normal form, fit to be stored: E.164 numbers, postcodes without spaces, locations by their numbers.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="HasPracticeNumber">Whether one of the phones is a practice number.</param>
public sealed record AcceptedProfile(ParticipantProfile Profile, bool HasPracticeNumber);
