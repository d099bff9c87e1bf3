using System.Data.Common;
using Burgernet.Imports;

namespace Burgernet.Silo.Storage;

/// <summary>Imports as either database gives them, in the order in which the statements of both name the columns.</summary>
internal static class StoredImports
{
    /// <summary>Where an import stands.</summary>
    public static ImportSnapshot Import(DbDataReader row) =>
        new()
        {
            Id = row.Uuid(0),
            Order = new ImportOrder(row.GetString(1), row.GetString(2), row.GetString(3)),
            State = StoredCodes.Parse<ImportState>(row.GetString(4)),
            CancelAsked = row.GetBoolean(5),
            Problem = row.IsDBNull(6)
                ? null
                : new ImportFileProblem(StoredCodes.Parse<ImportFileProblemCode>(row.GetString(6)))
                {
                    Line = row.IsDBNull(7) ? null : row.GetInt64(7),
                    Column = row.TextOrNull(8),
                    Most = row.IsDBNull(9) ? null : row.GetInt32(9),
                },
            Bytes = row.GetInt64(10),
            Sha256 = row.TextOrNull(11),
            Rows = row.GetInt32(12),
            Refused = row.GetInt32(13),
            Added = row.GetInt32(14),
            Changed = row.GetInt32(15),
            Unchanged = row.GetInt32(16),
            StartedAt = row.Time(17),
            EndedAt = row.TimeOrNull(18),
        };

    /// <summary>The values of a step from one state to the next: the id, the state it was in, then everything that a step may change.</summary>
    public static object?[] Values(ImportState from, ImportSnapshot to) =>
        [
            to.Id,
            StoredCodes.Of(from),
            StoredCodes.Of(to.State),
            to.Problem is { } problem ? StoredCodes.Of(problem.Code) : null,
            to.Problem?.Line,
            to.Problem?.Column,
            to.Problem?.Most,
            to.Bytes,
            to.Sha256,
            to.Rows,
            to.Refused,
            to.EndedAt,
        ];
}
