namespace Burgernet.Api.Access;

/// <summary>A key of a control room, with what its holder may do.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>SHA-256 of the key in hexadecimal (<c>printf %s "$KEY" | sha256sum</c>).</summary>
    public string Hash { get; set; } = "";

    /// <summary>Names of <see cref="Role"/> in kebab-case, one at least: <c>relationship-manager</c>.</summary>
    public IList<string> Roles { get; } = [];

    /// <summary>Codes of municipalities (<c>GM0150</c>): only who has a location in one of them is shown. None: everybody. Not for dispatchers, who call wherever somebody is missing.</summary>
    public IList<string> Municipalities { get; } = [];
}
