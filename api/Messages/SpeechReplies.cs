using Burgernet.Api.Problems;
using Burgernet.Speech;

namespace Burgernet.Api.Messages;

/// <summary>Why a text was not spoken, in terms of the request.</summary>
internal static class SpeechReplies
{
    private const int RetryAfterSeconds = 2;

    /// <summary>The refusal.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="field">The member that holds the text.</param>
    public static ApiProblem ToProblem(SpeechProblem problem, string field) =>
        problem.Code switch
        {
            SpeechProblemCode.CharacterUnspeakable => new ApiProblem(
                SpeechReasons.CharacterUnspeakable,
                field,
                problem.Position,
                problem.Character
            ),
            SpeechProblemCode.NothingToSay => new ApiProblem(SpeechReasons.NothingToSay, field),
            SpeechProblemCode.CallBackNumberUnknown => new ApiProblem(SpeechReasons.CallBackNumberUnknown, "text.closing"),
            SpeechProblemCode.PracticeOrLive => new ApiProblem(ActionReasons.PracticeOrLive, "practice"),
            SpeechProblemCode.NoCarrier => new ApiProblem(ActionReasons.NoCarrier, "practice"),
            SpeechProblemCode.ProgramMissing => new ApiProblem(SpeechReasons.ProgramMissing, field),
            SpeechProblemCode.ProgramFailed => new ApiProblem(SpeechReasons.ProgramFailed, field),
            SpeechProblemCode.ProgramSlow => new ApiProblem(SpeechReasons.ProgramSlow, field),
            SpeechProblemCode.SoundTooLong => new ApiProblem(SpeechReasons.SoundTooLong, field),
            SpeechProblemCode.SoundUnusable => new ApiProblem(SpeechReasons.SoundUnusable, field),
            SpeechProblemCode.Busy => new ApiProblem(SpeechReasons.Busy, field) { RetryAfterSeconds = RetryAfterSeconds },
            _ => new ApiProblem(RequestReasons.InternalError, Field: null),
        };
}
