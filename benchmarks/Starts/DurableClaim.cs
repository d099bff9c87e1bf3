using Npgsql;

namespace Burgernet.Benchmarks.Starts;

/// <summary>What the database has of a call: the transactions that stored its delivery and its claim.</summary>
/// <param name="CallId">The Call-ID of the claim.</param>
/// <param name="Transaction">The number of the claim's transaction.</param>
/// <param name="SelectedAt">When the transaction with its delivery was committed, by the server's own record.</param>
internal sealed record DurableClaim(string CallId, uint Transaction, DateTimeOffset SelectedAt)
{
    private const string Statement = """
        select claimed.data::jsonb ->> 'callId', claimed.xmin::text, pg_xact_commit_timestamp(selected.xmin)
          from lane_log claimed
          join lane_log selected
            on selected.action_id = claimed.action_id and selected.lane = claimed.lane and selected.type = 'selected'
           and selected.data::jsonb -> 'participants' ? (claimed.data::jsonb ->> 'participant')
         where claimed.type = 'claimed'
        """;

    /// <summary>All claims of all actions.</summary>
    public static async Task<Dictionary<string, DurableClaim>> Read(string connection)
    {
        var claims = new Dictionary<string, DurableClaim>(StringComparer.Ordinal);
        await using var database = new NpgsqlConnection($"{connection};Pooling=false;Command Timeout=300");
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(Statement, database);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var claim = new DurableClaim(
                rows.GetString(0),
                uint.Parse(rows.GetString(1), System.Globalization.CultureInfo.InvariantCulture),
                rows.GetFieldValue<DateTimeOffset>(2)
            );
            claims[claim.CallId] = claim;
        }

        return claims;
    }
}
