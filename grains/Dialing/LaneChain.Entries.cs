using Burgernet.Actions;
using Burgernet.CallBacks;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>What each entry says: all that its step changes in the tables beside the chain. The message stands in it from the second on.</summary>
internal sealed partial class LaneChain
{
    public void Selected(DateTimeOffset now, int message, Medium medium, int band, IReadOnlyList<Delivery> added) =>
        Add(
            LaneLogType.Selected,
            now,
            new
            {
                Message = Numbered(message),
                Medium = Named(medium),
                Band = band,
                Participants = added.Select(delivery => delivery.ParticipantId),
                Languages = string.Concat(added.Select(delivery => LaneLogType.LetterOf(delivery.Language))),
                Chosen = added.All(delivery => delivery.Person.Channels == ContactChannels.Voice)
                    ? null
                    : string.Concat(added.Select(delivery => (char)('0' + (int)delivery.Person.Channels))),
            }
        );

    public void Claimed(DateTimeOffset now, ClaimRow claim) =>
        Add(
            LaneLogType.Claimed,
            now,
            new
            {
                Message = Numbered(claim.Message),
                Medium = Named(claim.Medium),
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
                Medium = Named(delivery.Medium),
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
                Medium = Named(delivery.Medium),
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
                CarrierIds = report.CarrierIds.Count == 0 ? null : report.CarrierIds,
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
                Medium = Named(delivery.Medium),
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
                Medium = Named(delivery.Medium),
                Participant = delivery.ParticipantId,
                Result = result,
                delivery.Contacted,
            }
        );

    public void Received(DateTimeOffset now, Delivery delivery, ReceiptReport receipt) =>
        Add(
            LaneLogType.Receipt,
            now,
            new
            {
                Message = Numbered(delivery.Message),
                Medium = Named(delivery.Medium),
                Participant = delivery.ParticipantId,
                receipt.Attempt,
                ReceivedAt = receipt.At,
                receipt.Result,
                delivery.Contacted,
            }
        );

    private static Medium? Named(Medium medium) => medium == Medium.Voice ? null : medium;

    private static int? Numbered(int message) => message == 1 ? null : message;
}
