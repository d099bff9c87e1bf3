namespace Burgernet.Silo.Participants;

/// <summary>A master key as configured.</summary>
public sealed class MasterKeyOptions
{
    /// <summary>Its name, which stands beside every key that it wraps: 1 to 40 characters, for instance <c>2026-1</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Base64, at least 32 bytes (<c>openssl rand -base64 32</c>).</summary>
    public string Key { get; set; } = "";
}
