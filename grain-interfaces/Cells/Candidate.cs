using System.Runtime.InteropServices;
using Burgernet.Participants;

namespace Burgernet.Cells;

/// <summary>A participant that a cell found in the area. Travels as its 24 bytes: see <see cref="CandidateBatch"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct Candidate
{
    private readonly byte _language;
    private readonly byte _channels;

    /// <summary>Somebody who was found.</summary>
    /// <param name="participantId">Who.</param>
    /// <param name="distanceMetres">How far the location is from the incident point.</param>
    /// <param name="language">The language to be spoken to in.</param>
    /// <param name="channels">By what they may be reached at the location.</param>
    public Candidate(Guid participantId, float distanceMetres, Language language, ContactChannels channels = ContactChannels.Voice)
    {
        ParticipantId = participantId;
        DistanceMetres = distanceMetres;
        _language = (byte)language;
        _channels = (byte)channels;
    }

    /// <summary>Who.</summary>
    public Guid ParticipantId { get; }

    /// <summary>How far the location is from the incident point.</summary>
    public float DistanceMetres { get; }

    /// <summary>The language to be spoken to in.</summary>
    public Language Language => (Language)_language;

    /// <summary>By what they may be reached at the location.</summary>
    public ContactChannels Channels => (ContactChannels)_channels;
}
