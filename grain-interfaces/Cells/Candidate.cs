using System.Runtime.InteropServices;
using Burgernet.Participants;

namespace Burgernet.Cells;

/// <summary>A participant that a cell found in the area. Travels as its 24 bytes: see <see cref="CandidateBatch"/>.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="DistanceMetres">How far the location is from the incident point.</param>
/// <param name="Language">The language to be spoken to in.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct Candidate(Guid ParticipantId, float DistanceMetres, Language Language);
