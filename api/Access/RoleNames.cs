using System.Collections.Frozen;
using System.Text.Json;

namespace Burgernet.Api.Access;

/// <summary>Roles as they are written in configuration, problems and the OpenAPI document.</summary>
internal static class RoleNames
{
    private static readonly FrozenDictionary<string, Role> ByName = Enum.GetValues<Role>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>All of them, for sentences.</summary>
    public static readonly string All = string.Join(", ", Enum.GetValues<Role>().Select(Of));

    /// <summary>In kebab-case: <c>relationship-manager</c>.</summary>
    public static string Of(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    /// <summary>The role of a name, exactly as written; false for anything else.</summary>
    public static bool TryParse(string name, out Role role) => ByName.TryGetValue(name, out role);
}
