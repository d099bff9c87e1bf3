using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Sms;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

public sealed class SmsReplyPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SmsMeaning.Tip, true, SmsOutcome.Tip, SmsReplyKind.Thanks)]
    [InlineData(SmsMeaning.Tip, true, SmsOutcome.Unassigned, SmsReplyKind.Thanks)]
    [InlineData(SmsMeaning.Tip, false, SmsOutcome.Unassigned, SmsReplyKind.Received)]
    [InlineData(SmsMeaning.Help, true, SmsOutcome.Tip, SmsReplyKind.Emergency)]
    [InlineData(SmsMeaning.Help, false, SmsOutcome.Unassigned, SmsReplyKind.Emergency)]
    [InlineData(SmsMeaning.Stop, true, SmsOutcome.Left, SmsReplyKind.Left)]
    [InlineData(SmsMeaning.Stop, true, SmsOutcome.Answered, SmsReplyKind.NotRegistered)]
    [InlineData(SmsMeaning.Stop, false, SmsOutcome.Answered, SmsReplyKind.NotRegistered)]
    [InlineData(SmsMeaning.Info, true, SmsOutcome.Answered, SmsReplyKind.Info)]
    [InlineData(SmsMeaning.Info, false, SmsOutcome.Answered, SmsReplyKind.Info)]
    [InlineData(SmsMeaning.Empty, true, SmsOutcome.Answered, null)]
    public void Message_ByItsMeaning_IsReplied(SmsMeaning meaning, bool isKnown, SmsOutcome outcome, SmsReplyKind? reply) =>
        Assert.Equal(reply, Reply(meaning, isKnown, outcome, isAutomatic: false));

    [Theory]
    [InlineData(true, 4, true)]
    [InlineData(true, 5, false)]
    public void Participant_WhoWritesMuch_IsRepliedSoOftenAnHour(bool isKnown, int repliesBefore, bool isReplied) =>
        Assert.Equal(isReplied, Reply(SmsMeaning.Tip, isKnown, SmsOutcome.Tip, false, Replies(repliesBefore, minutesAgo: 59)) is not null);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Machine_IsRepliedOnceAnHour(int repliesBefore, bool isReplied)
    {
        Assert.Equal(isReplied, Reply(SmsMeaning.Tip, true, SmsOutcome.Tip, true, Replies(repliesBefore, minutesAgo: 59)) is not null);
        Assert.NotNull(Reply(SmsMeaning.Tip, true, SmsOutcome.Tip, true, Replies(repliesBefore, minutesAgo: 61)));
    }

    [Theory]
    [InlineData(23, SmsMeaning.Tip, false)]
    [InlineData(25, SmsMeaning.Tip, true)]
    [InlineData(23, SmsMeaning.Info, false)]
    [InlineData(23, SmsMeaning.Stop, false)]
    [InlineData(23, SmsMeaning.Help, true)]
    public void Stranger_IsRepliedOnceADayButAlwaysTo112(int hoursAgo, SmsMeaning meaning, bool isReplied) =>
        Assert.Equal(
            isReplied,
            Reply(meaning, isKnown: false, SmsOutcome.Unassigned, false, Replies(1, minutesAgo: hoursAgo * 60)) is not null
        );

    [Fact]
    public void Leaving_IsAlwaysSaid() =>
        Assert.Equal(SmsReplyKind.Left, Reply(SmsMeaning.Stop, true, SmsOutcome.Left, true, Replies(50, minutesAgo: 1)));

    [Fact]
    public void Reply_ThatWasNeverSent_DoesNotCount() =>
        Assert.NotNull(
            Reply(
                SmsMeaning.Tip,
                false,
                SmsOutcome.Unassigned,
                false,
                [.. Replies(9, minutesAgo: 1).Select(reply => reply with { ReplyResult = SmsReplyResult.NotSent })]
            )
        );

    private static SmsReplyKind? Reply(
        SmsMeaning meaning,
        bool isKnown,
        SmsOutcome outcome,
        bool isAutomatic,
        IReadOnlyList<StoredSms>? recent = null
    ) =>
        SmsReplyPolicy.Of(
            new SmsDecision(meaning, isKnown ? Guid.NewGuid() : null, isKnown ? Language.Dutch : null, null, null),
            outcome,
            isAutomatic,
            recent ?? [],
            Now,
            new InboundSmsOptions()
        );

    private static StoredSms[] Replies(int count, int minutesAgo) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new StoredSms
                {
                    Id = Guid.NewGuid(),
                    ReceivedAt = Now.AddMinutes(-minutesAgo),
                    Carrier = "practice",
                    Practice = true,
                    To = "4411",
                    Sender = new LookupHash(1, 2),
                    Words = new LookupHash(3, 4),
                    Reply = SmsReplyKind.Thanks,
                    RepliedAt = Now.AddMinutes(-minutesAgo),
                    ReplyResult = SmsReplyResult.Accepted,
                }),
        ];
}
