using Burgernet.CallBacks;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What each entry says: all that its step changes in the tables beside the chain. The message stands in it from the second on.</summary>
internal sealed partial class LaneChain
{
    public void Selected(DateTimeOffset now, int message, int band, IReadOnlyList<Delivery> added) =>
        Add(
            LaneLogType.Selected,
            now,
            new
            {
                Message = Numbered(message),
                Band = band,
                Participants = added.Select(delivery => delivery.ParticipantId),
                Languages = string.Concat(added.Select(delivery => LaneLogType.LetterOf(delivery.Language))),
            }
        );

    public void Claimed(DateTimeOffset now, ClaimRow claim) =>
        Add(
            LaneLogType.Claimed,
            now,
            new
            {
                Message = Numbered(claim.Message),
                Participant = claim.ParticipantId,
                claim.Attempt,
                claim.CallId,
                claim.Carrier,
                claim.Redial,
                claim.Incarnation,
                claim.Epoch,
                claim.Deadline,
            }
        );

    public void Answered(DateTimeOffset now, Delivery delivery, CallReport report) =>
        Add(
            LaneLogType.Answered,
            now,
            new
            {
                Message = Numbered(delivery.Message),
                Participant = delivery.ParticipantId,
                report.Attempt,
                report.AnsweredAt,
                report.RangAt,
            }
        );

    public void Ended(DateTimeOffset now, Delivery delivery, CallReport report, DeliveryResult result, DateTimeOffset? retryAt) =>
        Add(
            LaneLogType.Ended,
            now,
            new
            {
                Message = Numbered(delivery.Message),
                Participant = delivery.ParticipantId,
                report.Attempt,
                report.End,
                report.SipStatus,
                report.Keys,
                report.PlayedMilliseconds,
                Result = result,
                RetryAt = retryAt,
                report.RangAt,
                report.EndedAt,
                delivery.Contacted,
            }
        );

    public void CalledBack(DateTimeOffset now, Delivery delivery, CallBackHeard heard) =>
        Add(
            LaneLogType.CalledBack,
            now,
            new
            {
                Participant = delivery.ParticipantId,
                heard.Call,
                delivery.Message,
                Heard = heard.Message,
                heard.PlayedMilliseconds,
                heard.PressedKey,
                Result = DeliveryResult.Confirmed,
                delivery.Contacted,
            }
        );

    public void Settled(DateTimeOffset now, Delivery delivery, DeliveryResult result) =>
        Add(
            LaneLogType.Settled,
            now,
            new
            {
                Message = Numbered(delivery.Message),
                Participant = delivery.ParticipantId,
                Result = result,
                delivery.Contacted,
            }
        );

    private static int? Numbered(int message) => message == 1 ? null : message;
}
