using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dossier;

/// <summary>What any entry of a lane's chain may say (<see cref="Dialing.LaneLogType"/>); what it does not say, or what older entries did not say yet, is null.</summary>
internal sealed record LaneEntryData
{
    public int? Message { get; init; }

    public Medium? Medium { get; init; }

    public int? Band { get; init; }

    public IReadOnlyList<Guid>? Participants { get; init; }

    public string? Languages { get; init; }

    public string? Chosen { get; init; }

    public Guid? Participant { get; init; }

    public int? Attempt { get; init; }

    public string? CallId { get; init; }

    public string? Carrier { get; init; }

    public bool? Redial { get; init; }

    public string? Incarnation { get; init; }

    public int? Epoch { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? RangAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public CallEnd? End { get; init; }

    public int? SipStatus { get; init; }

    public string? Keys { get; init; }

    public int? PlayedMilliseconds { get; init; }

    public DeliveryResult? Result { get; init; }

    public bool? Contacted { get; init; }
}
