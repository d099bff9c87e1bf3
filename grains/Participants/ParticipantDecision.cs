using Burgernet.Grains.Mail;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>What a policy says to a change: the row to be stored, or why not.</summary>
internal sealed record ParticipantDecision(ParticipantRow? Row, IReadOnlyList<ParticipantRefusal> Refusals)
{
    /// <summary>What they are written because of it.</summary>
    public IReadOnlyList<LetterKind> Letters { get; init; } = [];

    /// <summary>Yes.</summary>
    public ParticipantDecision(ParticipantRow row)
        : this(row, []) { }

    /// <summary>No.</summary>
    public ParticipantDecision(ParticipantRefusalCode code)
        : this(null, [new ParticipantRefusal(code)]) { }

    /// <summary>No.</summary>
    public ParticipantDecision(IReadOnlyList<ParticipantRefusal> refusals)
        : this(null, refusals) { }
}
