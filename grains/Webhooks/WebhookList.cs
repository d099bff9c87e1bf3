namespace Burgernet.Grains.Webhooks;

/// <summary>The webhooks of an installation, the same on each node.</summary>
public sealed class WebhookList
{
    private readonly Dictionary<string, WebhookEndpoint[]> _byRoom;

    /// <summary>Makes the list.</summary>
    /// <param name="endpoints">All of them, in the order of the configuration.</param>
    public WebhookList(IEnumerable<WebhookEndpoint> endpoints)
    {
        All = [.. endpoints];
        _byRoom = All.GroupBy(endpoint => endpoint.ControlRoom, StringComparer.Ordinal)
            .ToDictionary(room => room.Key, room => room.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<WebhookEndpoint> All { get; }

    /// <summary>Those of a control room.</summary>
    public IReadOnlyList<WebhookEndpoint> Of(string controlRoom) => _byRoom.GetValueOrDefault(controlRoom, []);

    /// <summary>The one of a grain's key, or null where it is not configured any more.</summary>
    public WebhookEndpoint? Find(string key) => All.FirstOrDefault(endpoint => endpoint.Key == key);
}
