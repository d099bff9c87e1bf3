using Microsoft.Data.Sqlite;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Looks into a node's database from outside, as an investigator would.</summary>
internal static class NodeDatabase
{
    /// <summary>Numbers of participants whose answer is stored.</summary>
    public static HashSet<string> AnsweredNumbers(string folder) =>
        Read(
            folder,
            """
            select distinct p.phone from attempt a join participant p on p.participant_id = a.participant_id
            where a.answered_at is not null
            """
        );

    /// <summary>Call-IDs of stored claims.</summary>
    public static HashSet<string> ClaimedCallIds(string folder) => Read(folder, "select call_id from attempt");

    private static HashSet<string> Read(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "burgernet.db")};Mode=ReadWrite;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
