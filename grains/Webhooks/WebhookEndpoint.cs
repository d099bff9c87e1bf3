namespace Burgernet.Grains.Webhooks;

/// <summary>One address of a control room's own system.</summary>
/// <param name="ControlRoom">Whose it is.</param>
/// <param name="Name">Its name, unique within the control room.</param>
/// <param name="Url">Where entries are posted to.</param>
/// <param name="Secrets">The keys that each request is signed with; more than one while they are being changed.</param>
/// <param name="Events">Types of entries; empty for all but anchors.</param>
public sealed record WebhookEndpoint(
    string ControlRoom,
    string Name,
    Uri Url,
    IReadOnlyList<byte[]> Secrets,
    IReadOnlyCollection<string> Events
)
{
    /// <summary>The type that is only sent where it is asked for: it comes every few seconds and says nothing of the action.</summary>
    private const string OnlyWhenAsked = "anchored";

    /// <summary>The key of its grain.</summary>
    public string Key => $"{ControlRoom}/{Name}";

    /// <summary>Whether entries of a type are sent there.</summary>
    public bool Wants(string type) => Events.Count == 0 ? type != OnlyWhenAsked : Events.Contains(type, StringComparer.Ordinal);

    /// <summary>Without what must not be read.</summary>
    public override string ToString() => Key;
}
