using System.Text.Json;
using Burgernet.Actions;

namespace Burgernet.Grains.Kinds;

/// <summary>Kinds and urgencies by the names that settings call them: kebab case.</summary>
internal static class KindNames
{
    private static readonly Dictionary<string, ActionKind> Kinds = Enum.GetValues<ActionKind>().ToDictionary(Of, StringComparer.Ordinal);

    /// <summary>Every kind's name, in a fixed order.</summary>
    public static IEnumerable<string> All => Enum.GetValues<ActionKind>().Select(Of);

    /// <summary>The name of a kind.</summary>
    public static string Of(ActionKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of a name, or null.</summary>
    public static ActionKind? Find(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>The urgency of a name.</summary>
    public static bool TryUrgency(string name, out Urgency urgency)
    {
        foreach (var known in Enum.GetValues<Urgency>())
        {
            if (name.Equals(JsonNamingPolicy.KebabCaseLower.ConvertName(known.ToString()), StringComparison.Ordinal))
            {
                urgency = known;
                return true;
            }
        }

        urgency = default;
        return false;
    }
}
