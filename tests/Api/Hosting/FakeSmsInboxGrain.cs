using Burgernet.Actions;
using Burgernet.Participants;
using Burgernet.Sms;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>An inbox with two messages, a page each. Key: 0.</summary>
internal sealed class FakeSmsInboxGrain : Grain, ISmsInboxGrain
{
    public const string Place = "1.2.3";

    public static readonly Guid Waiting = new(1, 0, 0, new byte[8]);
    public static readonly Guid OfPractice = new(2, 0, 0, new byte[8]);

    public Task<SmsInboxPage> Read(string controlRoom, string? after, int limit) =>
        after switch
        {
            null => Task.FromResult(new SmsInboxPage([Message(Waiting, SmsMeaning.Help, SmsReplyKind.Emergency)], Place)),
            Place => Task.FromResult(new SmsInboxPage([Message(OfPractice, SmsMeaning.Tip, null)], null)),
            _ => throw new FormatException("Not a place"),
        };

    public Task<AssignReply> Assign(Actor actor, Guid message, Guid actionId) =>
        Task.FromResult(
            message == OfPractice ? new AssignReply(null, OtherKind: true)
            : message != Waiting ? new AssignReply(null, UnknownMessage: true)
            : actionId == Guid.Empty ? new AssignReply(null, new ActionProblem(ActionProblemCode.NotInThisState, ActionStatus.Draft))
            : new AssignReply(
                new TipReceipt(Guid.NewGuid(), FakeActionGrain.Moment, 4, actor.Dispatcher, TipChannel.Sms, Urgent: true),
                Repeated: false
            )
        );

    private static UnassignedSms Message(Guid id, SmsMeaning meaning, SmsReplyKind? reply) =>
        new()
        {
            Id = id,
            ReceivedAt = FakeActionGrain.Moment,
            Practice = true,
            Carrier = "practice",
            To = "4411",
            MaskedFrom = "+31•••••••42",
            IsParticipant = false,
            Meaning = meaning,
            Text = (PersonalText)"Help\nbij de molen",
            Reply = reply,
        };
}
