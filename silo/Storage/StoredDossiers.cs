using System.Data.Common;
using Burgernet.Grains.Dossier;

namespace Burgernet.Silo.Storage;

/// <summary>Rows of a dossier as either database gives them.</summary>
internal static class StoredDossiers
{
    /// <summary>The attempts of the deliveries of a lane, <c>t</c> being the table of attempts.</summary>
    public const string AttemptsOfLane = """
        join delivery d on d.action_id = t.action_id and d.message_no = t.message_no and d.participant_id = t.participant_id and d.channel = t.channel
        where d.action_id = $1 and d.lane = $2
        """;

    /// <summary>A row, column by column.</summary>
    public static IReadOnlyList<object?> Row(DbDataReader row, DossierTable table)
    {
        var columns = new object?[table.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = row.IsDBNull(i) ? null : Plain(row.GetValue(i));
        }

        return columns;
    }

    /// <summary>A value in the form in which <see cref="DossierTable"/> has it.</summary>
    private static object Plain(object value) =>
        value switch
        {
            bool flag => flag ? 1L : 0L,
            short number => (long)number,
            int number => (long)number,
            Guid id => id.ToString("D"),
            DateTime time => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
            _ => value,
        };
}
