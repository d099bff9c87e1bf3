using System.Text.Json;
using Burgernet.Actions;

namespace Burgernet.Grains.Webhooks;

/// <summary>What is posted about one entry: which, and what became of the action. Nothing of people, and not what the action is about.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="IncidentNumber">The control room's own reference.</param>
/// <param name="Practice">Whether nobody is really called.</param>
/// <param name="Sequence">The entry's place in the action's own chain, from 1.</param>
/// <param name="Type">What it is.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Status">Where the action was in its life after it.</param>
internal sealed record WebhookBody(
    Guid ActionId,
    string IncidentNumber,
    bool Practice,
    long Sequence,
    string Type,
    DateTimeOffset At,
    ActionStatus Status
)
{
    /// <summary>The id of the request: the same however often it is sent.</summary>
    public string Id => $"{ActionId:N}-{Sequence}";

    /// <summary>The body: JSON in UTF-8, always the same bytes.</summary>
    public byte[] ToBytes() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                actionId = ActionId,
                incidentNumber = IncidentNumber,
                practice = Practice,
                sequence = Sequence,
                type = Type,
                at = At.UtcDateTime,
                status = JsonNamingPolicy.KebabCaseLower.ConvertName(Status.ToString()),
            }
        );
}
