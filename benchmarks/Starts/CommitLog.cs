using System.Globalization;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Starts;

/// <summary>The log of a PostgreSQL server in which every statement stands with its transaction: when each COMMIT had been carried out, the write to disk included.</summary>
/// <remarks>The line of a COMMIT is written once the transaction is over, so it no longer has its number: that is the last number of the same server process.</remarks>
internal static class CommitLog
{
    private const string Lines = "%n|%p|%x|%i|";

    /// <summary>Settings of a server that keeps it in a folder. The database's own settings must switch it on: <see cref="SwitchOn"/>.</summary>
    /// <param name="folder">A folder that the server may write to.</param>
    public static IEnumerable<string> Settings(string folder) =>
        [
            "logging_collector=on",
            $"log_directory={folder}",
            "log_filename=commits.log",
            "log_file_mode=0644",
            "log_rotation_size=0",
            "log_rotation_age=0",
            $"log_line_prefix={Lines}",
            "track_commit_timestamp=on",
        ];

    /// <summary>Logs every statement of every connection that is made from now on.</summary>
    public static Task SwitchOn(string connection) =>
        PostgresCluster.Execute(
            connection,
            $"alter role {PostgresCluster.User} set log_min_messages = log; alter role {PostgresCluster.User} set log_duration = on"
        );

    /// <summary>When each transaction's COMMIT had been carried out, by its number; in whole milliseconds, rounded up.</summary>
    public static async Task<Dictionary<uint, DateTimeOffset>> Read(string folder)
    {
        var commits = new Dictionary<uint, DateTimeOffset>();
        var last = new Dictionary<string, uint>(StringComparer.Ordinal);
        await using var file = new FileStream(
            Path.Combine(folder, "commits.log"),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (
                line.Split('|', 5) is not [var at, var process, var transaction, var tag, _]
                || !uint.TryParse(transaction, CultureInfo.InvariantCulture, out var number)
            )
            {
                continue;
            }

            if (number != 0)
            {
                last[process] = number;
            }

            if (tag == "COMMIT" && last.TryGetValue(process, out var committed))
            {
                commits[committed] = DateTimeOffset.UnixEpoch.AddMilliseconds(
                    (long)(decimal.Parse(at, CultureInfo.InvariantCulture) * 1_000) + 1
                );
            }
        }

        return commits;
    }
}
