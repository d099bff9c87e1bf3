using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Calls to a dispatcher's own phone.</summary>
internal sealed partial class FakeActionGrain
{
    public Task<PreviewReply> Preview(Act act, PersonalText phone, Language language)
    {
        if (_action is null)
        {
            return Task.FromResult(new PreviewReply(null, new ActionProblem(ActionProblemCode.UnknownAction)));
        }

        if (phone.Value.StartsWith("refuse:", StringComparison.Ordinal))
        {
            return Task.FromResult(
                new PreviewReply(null, new ActionProblem(Enum.Parse<ActionProblemCode>(phone.Value[7..]), _action.Status))
            );
        }

        var repeated = !_operations.TryAdd(act.OperationId, act.Fingerprint);
        return Task.FromResult(new PreviewReply(Shown(language, PreviewResult.UnderWay), Repeated: repeated));
    }

    public Task<PreviewReply> ReadPreview(string controlRoom, Guid previewId) =>
        Task.FromResult(
            _action?.ControlRoom.Equals(controlRoom, StringComparison.Ordinal) != true
                ? new PreviewReply(null, new ActionProblem(ActionProblemCode.UnknownAction))
            : previewId != this.GetPrimaryKey() ? new PreviewReply(null, new ActionProblem(ActionProblemCode.UnknownPreview))
            : new PreviewReply(
                Shown(Language.Dutch, PreviewResult.Heard) with
                {
                    RangAt = Moment,
                    AnsweredAt = Moment.AddSeconds(3),
                    SipStatus = 200,
                    PlayedMilliseconds = 7_900,
                }
            )
        );

    public Task ReportPreview(PreviewReport report) => throw new NotSupportedException();

    private Preview Shown(Language language, PreviewResult result) =>
        new()
        {
            Id = this.GetPrimaryKey(),
            At = Moment,
            Dispatcher = "anna",
            Language = language,
            MaskedPhone = "+31…42",
            Result = result,
            MessageMilliseconds = 8_000,
        };
}
