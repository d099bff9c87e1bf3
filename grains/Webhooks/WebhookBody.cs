using System.Text.Json;
using System.Text.Json.Serialization;
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
/// <param name="Channel">Of a tip that came by another way than a dispatcher: which; else null.</param>
/// <param name="Urgent">Of a tip that is to be read first: true; else null.</param>
internal sealed record WebhookBody(
    Guid ActionId,
    string IncidentNumber,
    bool Practice,
    long Sequence,
    string Type,
    DateTimeOffset At,
    ActionStatus Status,
    TipChannel? Channel = null,
    bool? Urgent = null
)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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
                channel = Channel is { } channel ? JsonNamingPolicy.KebabCaseLower.ConvertName(channel.ToString()) : null,
                urgent = Urgent,
            },
            Json
        );
}
