namespace Burgernet.Silo.Participants;

/// <summary>The secrets of the register (section <c>Burgernet:Register:Keys</c>), here or in a file of the same form. A node that calls nobody really makes its own when there are none.</summary>
public sealed class RegisterKeyOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Register:Keys";

    /// <summary>A JSON file with <c>MasterKeys</c> and <c>LookupKey</c>, readable by the node's user alone. Default none. Used instead of the keys below.</summary>
    public string? File { get; set; }

    /// <summary>Master keys, oldest first: the last one wraps, all of them unwrap.</summary>
    public IList<MasterKeyOptions> MasterKeys { get; init; } = [];

    /// <summary>The key for look-ups, base64, at least 32 bytes. It stays the same as long as the register lives.</summary>
    public string? LookupKey { get; set; }
}
