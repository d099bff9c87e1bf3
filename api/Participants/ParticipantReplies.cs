using Burgernet.Api.Idempotency;
using Burgernet.Api.Problems;
using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>Why the register refused, in terms of the request: every reason, each with its JSON pointer.</summary>
internal static class ParticipantReplies
{
    public static ApiProblem ToProblem(IReadOnlyList<ParticipantRefusal> refusals)
    {
        var all = refusals.Select(refusal => new ApiProblem(ParticipantReasons.Of(refusal.Code), refusal.Field)).ToArray();
        return all[0] with { Field = refusals[0].Field ?? FieldOf(refusals[0].Code), All = all[0].Field is null ? [] : all };
    }

    private static string FieldOf(ParticipantRefusalCode code) =>
        code switch
        {
            ParticipantRefusalCode.Unknown => "id",
            ParticipantRefusalCode.VersionChanged => "If-Match",
            ParticipantRefusalCode.OperationReused => IdempotencyKey.Header,
            _ => "status",
        };
}
