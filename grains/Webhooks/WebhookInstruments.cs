using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Burgernet.Grains.Webhooks;

/// <summary>What webhooks measure (meter <c>Burgernet.Webhooks</c>). Labels: the webhook, and what became of a request; never an action.</summary>
public sealed class WebhookInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Webhooks";

    private readonly ConcurrentDictionary<string, int> _waiting = new(StringComparer.Ordinal);
    private readonly Counter<long> _requests;
    private readonly Counter<long> _givenUp;
    private readonly Histogram<double> _delivered;

    /// <summary>Makes the instruments.</summary>
    public WebhookInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _requests = meter.CreateCounter<long>("burgernet.webhooks.requests", "{request}", "Requests to control rooms' systems, by outcome");
        _givenUp = meter.CreateCounter<long>("burgernet.webhooks.given_up", "{entry}", "Entries that were given up");
        meter.CreateObservableGauge(
            "burgernet.webhooks.waiting",
            () =>
                _waiting.Select(webhook => new Measurement<int>(webhook.Value, new KeyValuePair<string, object?>("webhook", webhook.Key))),
            "{entry}",
            "Entries that wait for a control room's system, where this node sends them"
        );
        _delivered = meter.CreateHistogram<double>("burgernet.webhooks.delivered", "s", "Time from recording an entry until it was taken");
    }

    /// <summary>A request was answered, or not.</summary>
    public void Tried(WebhookEndpoint endpoint, WebhookOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(outcome);
        var word = outcome.Failure is { } failure ? JsonNamingPolicy.KebabCaseLower.ConvertName(failure.ToString()) : "delivered";
        _requests.Add(1, Of(endpoint), new KeyValuePair<string, object?>("outcome", word));
    }

    /// <summary>An entry was taken.</summary>
    public void Delivered(WebhookEndpoint endpoint, TimeSpan afterRecording) =>
        _delivered.Record(afterRecording.TotalSeconds, Of(endpoint));

    /// <summary>So many entries wait here; none where the webhook is sent by another node now, and by nobody where it is gone.</summary>
    /// <param name="webhook">The webhook's key.</param>
    /// <param name="entries">How many.</param>
    public void Waiting(string webhook, int entries) => _waiting[webhook] = entries;

    /// <summary>Entries were given up.</summary>
    public void GivenUp(WebhookEndpoint endpoint, int entries) => _givenUp.Add(entries, Of(endpoint));

    private static KeyValuePair<string, object?> Of(WebhookEndpoint endpoint) => new("webhook", endpoint.Key);
}
