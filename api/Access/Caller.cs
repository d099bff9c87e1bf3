using Burgernet.Actions;

namespace Burgernet.Api.Access;

/// <summary>Who calls, and what they may.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="Municipalities">Codes of the municipalities whose participants they may see, or null for all.</param>
internal sealed record Caller(Actor Actor, IReadOnlyCollection<Role> Roles, IReadOnlyCollection<string>? Municipalities)
{
    /// <summary>Which key they came with, for limits on each; says nothing of the key itself.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>Whether the caller has a role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether the caller may see somebody: anybody, or who has a location in one of the municipalities.</summary>
    /// <param name="municipalities">Codes of the municipalities of their locations; null where one is not known.</param>
    public bool Sees(IEnumerable<string?> municipalities) =>
        Municipalities is null || municipalities.Any(code => code is not null && Municipalities.Contains(code, StringComparer.Ordinal));
}
