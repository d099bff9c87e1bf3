using System.Text.Json;
using Burgernet.Api.Participants;
using Burgernet.Participants;

namespace Burgernet.Api.Problems;

/// <summary>Why a change of the register is refused. What the register itself says stands in <see cref="ParticipantReasonTexts"/>.</summary>
internal static class ParticipantReasons
{
    public static readonly ProblemReason UnknownParticipant = new(
        "unknown-participant",
        ProblemTypes.UnknownParticipant,
        "There is no participant with this id.",
        "Een deelnemer met dit nummer is er niet."
    );
    public static readonly ProblemReason IfMatchMissing = new(
        "if-match-missing",
        ProblemTypes.VersionMissing,
        "Say which version you changed: If-Match with the ETag that you read, or * for whichever there is.",
        "Zeg welke versie u wijzigde: If-Match met de ETag die u las, of * voor welke er ook is."
    );
    public static readonly ProblemReason IfMatchInvalid = new(
        "if-match-invalid",
        ProblemTypes.InvalidRequest,
        "If-Match holds one ETag of a participant, such as \"3\", or *.",
        "If-Match bevat één ETag van een deelnemer, zoals \"3\", of *."
    );
    public static readonly ProblemReason HoursInvalid = new(
        "hours-invalid",
        ProblemTypes.InvalidParticipant,
        "Hours are 1 to 21 windows of days (mo, tu, we, th, fr, sa, su), from and until (08:00; until at most 24:00).",
        "Uren zijn 1 tot en met 21 vensters van dagen (mo, tu, we, th, fr, sa, su), from en until (08:00; until hoogstens 24:00)."
    );

    public static readonly ProblemReason SearchEmpty = new(
        "search-empty",
        ProblemTypes.InvalidRequest,
        "Say what to look for, at least one of {0}.",
        "Zeg waarop te zoeken, minstens één van {0}."
    );
    public static readonly ProblemReason StatusUnknown = new(
        "status-unknown",
        ProblemTypes.InvalidRequest,
        "A status is one of {0}.",
        "Een status is een van {0}."
    );
    public static readonly ProblemReason StudyName = new(
        "study-name",
        ProblemTypes.InvalidRequest,
        "A study is named by 1 to 40 of a-z, 0-9 and '-'.",
        "Een onderzoek heet met 1 tot en met 40 van a-z, 0-9 en '-'."
    );

    private static readonly Dictionary<ParticipantRefusalCode, ProblemReason> ByCode = Enum.GetValues<ParticipantRefusalCode>()
        .ToDictionary(code => code, Make);

    /// <summary>What the register says.</summary>
    public static ProblemReason Of(ParticipantRefusalCode code) => ByCode[code];

    private static ProblemReason Make(ParticipantRefusalCode code)
    {
        if (code == ParticipantRefusalCode.Unknown)
        {
            return UnknownParticipant;
        }

        if (code == ParticipantRefusalCode.OperationReused)
        {
            return ActionReasons.IdempotencyKeyReused;
        }

        var (english, dutch) = ParticipantReasonTexts.Of(code);
        return new ProblemReason(JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()), TypeOf(code), english, dutch);
    }

    private static ProblemType TypeOf(ParticipantRefusalCode code) =>
        code switch
        {
            ParticipantRefusalCode.VersionChanged => ProblemTypes.VersionMoved,
            ParticipantRefusalCode.PhoneTaken => ProblemTypes.PhoneTaken,
            ParticipantRefusalCode.AlreadyRegistered
            or ParticipantRefusalCode.AlreadyLeft
            or ParticipantRefusalCode.Erased
            or ParticipantRefusalCode.NotPending
            or ParticipantRefusalCode.NotActive
            or ParticipantRefusalCode.NotSuspended => ProblemTypes.ParticipantState,
            _ => ProblemTypes.InvalidParticipant,
        };
}
