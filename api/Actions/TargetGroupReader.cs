using Burgernet.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;

namespace Burgernet.Api.Actions;

/// <summary>Reads the target groups of an action: ids of those that are configured.</summary>
internal static class TargetGroupReader
{
    public const string Name = "targetGroups";

    /// <summary>The groups, each once; none where there is no such member. An empty list is refused: nobody is in no group.</summary>
    public static IReadOnlyList<TargetGroup> Read(JsonFields fields, ApiOptions limits, ProblemSink problems)
    {
        if (!fields.Has(Name))
        {
            return [];
        }

        var ids = fields.Texts(Name);
        if (ids.Count == 0)
        {
            problems.Add(RequestReasons.Empty, fields.PathOf(Name));
        }

        var groups = new List<TargetGroup>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (limits.TargetGroups.FirstOrDefault(known => known.Id == id) is { } group)
            {
                groups.Add(new TargetGroup(id, group.Bit));
            }
            else
            {
                problems.Add(ParticipantReasons.Of(ParticipantRefusalCode.TargetGroupUnknown), fields.PathOf(Name));
            }
        }

        return groups;
    }
}
