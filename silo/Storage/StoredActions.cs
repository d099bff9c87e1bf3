using System.Data.Common;
using Burgernet.Actions;

namespace Burgernet.Silo.Storage;

/// <summary>Actions and their dossiers as either database gives them, in the order in which the statements of both name the columns.</summary>
internal static class StoredActions
{
    /// <summary>An action in a list.</summary>
    public static ActionSummary Summary(DbDataReader row) =>
        new()
        {
            Id = row.Uuid(0),
            Kind = StoredCodes.Parse<ActionKind>(row.GetString(1)),
            IncidentNumber = row.GetString(2),
            Practice = row.GetBoolean(3),
            Status = StoredCodes.Parse<ActionStatus>(row.GetString(4)),
            CreatedAt = row.Time(5),
        };

    /// <summary>The condition that an action is in one of these states; of none, that it is not archived. The states' own names, nothing from outside.</summary>
    public static string Are(IReadOnlyList<ActionStatus> statuses) =>
        statuses.Count == 0
            ? $"status <> '{StoredCodes.Of(ActionStatus.Archived)}'"
            : $"status in ({string.Join(", ", statuses.Distinct().Order().Select(status => $"'{StoredCodes.Of(status)}'"))})";

    /// <summary>An entry of a dossier.</summary>
    public static DossierEntry Entry(DbDataReader row) =>
        new()
        {
            Lane = row.GetInt32(0) < 0 ? null : row.GetInt32(0),
            Sequence = row.GetInt64(1),
            At = row.Time(2),
            Type = row.GetString(3),
            ControlRoom = row.TextOrNull(4),
            Dispatcher = row.TextOrNull(5),
            Data = row.GetString(6),
            PreviousHash = row.Hex(7),
            Hash = row.Hex(8),
        };
}
