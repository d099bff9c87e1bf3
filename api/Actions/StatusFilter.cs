using System.Text.Json;
using Burgernet.Actions;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Actions;

/// <summary>The states that a list is asked for: <c>?status=active,paused</c>.</summary>
internal static class StatusFilter
{
    private static readonly Dictionary<string, ActionStatus> Names = Enum.GetValues<ActionStatus>()
        .ToDictionary(status => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()), StringComparer.Ordinal);

    /// <summary>Reads them; none where nothing is asked.</summary>
    public static ActionStatus[] Read(string? text, ProblemSink problems)
    {
        var statuses = new List<ActionStatus>();
        foreach (var name in text?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (Names.TryGetValue(name, out var status))
            {
                statuses.Add(status);
            }
            else
            {
                problems.Add(ActionReasons.UnknownStatus, "status", string.Join(", ", Names.Keys));
            }
        }

        return [.. statuses];
    }
}
