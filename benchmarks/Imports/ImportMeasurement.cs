using System.Diagnostics;
using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Selection;
using Burgernet.Benchmarks.Storage;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Imports;

/// <summary>One measurement of an import.</summary>
internal sealed class ImportMeasurement(int participants)
{
    private const long MostBytes = 1_500_000_000;

    /// <summary>Measures and reports.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(bool save)
    {
        var report = new RunReport("import", "Bulk import");
        var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"burgernet-invented-{participants}.csv"));
        var locations = InventedRegister.Invent(file, participants);
        await using var server = await PostgresCluster.Start(PostgresPrograms.Folder, InventedRegister.Settings);
        var register = await server.CreateDatabase();
        Console.WriteLine($"{new FileInfo(file).Length >> 20} MiB in {file}");

        var (first, reading, applying) = await InventedRegister.Import(register, file);
        var (again, readingAgain, applyingAgain) = await InventedRegister.Import(register, file);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        File.Delete(file);
        await PostgresCluster.Execute(register, "vacuum analyze");
        var node = await ImportedNode.Start(register);
        Console.WriteLine($"node warm after {node.Warm.TotalSeconds:F1} s, {node.Bytes / 1_000_000} MB");
        var heap = await Heap(register);
        var copy = await BareCopy.Run(register, await Migrated(server));

        var total = reading + applying;
        var ratio = total / copy.Time;
        var bytes = heap / locations;
        return report.Write(
            new RunSection
            {
                Name = "postgres",
                Title = $"{Number(participants)} participants with {Number(locations)} locations from one CSV into PostgreSQL",
                Command =
                    participants == 1_700_000
                        ? "dotnet run -c Release --project benchmarks -- import"
                        : $"dotnet run -c Release --project benchmarks -- import --participants {participants}",
                Method =
                    "The file comes in pieces of 256 KiB, as the API hands it on: lines, fields, policy (libphonenumber included), sealing and hashes on "
                    + $"{InventedRegister.Workers} workers, rows by binary COPY into the tables where they wait, then chunk by chunk into the register with its indexes, locks and "
                    + "comparison of versions. Beside it the very bytes that then stood in the register, written out by COPY in binary form and read in by COPY into a freshly "
                    + $"migrated database of the same server: the same tables, indexes and foreign keys. Server: {string.Join(", ", InventedRegister.Settings)}, fsync on. "
                    + "Cells are not part of it: a node reloads those that were touched afterwards. Peak memory is the working set of the importing process, after both imports. "
                    + "Then a node as a process of its own starts on that register, after vacuum and analyze; and bytes a location are what cells, regions and the silo around them add to "
                    + "the collected heap of a process, filled from it in the same way.",
                Columns = ["step", "seconds", "rows/s"],
                Rows =
                [
                    Row("read, check, seal, wait", reading, participants),
                    Row("into the register", applying, participants),
                    Row("the import", total, participants),
                    Row($"bare COPY ({Number(copy.Rows)} rows in {BareCopy.Tables.Length} tables)", copy.Time, participants),
                    Row("the same file again: nothing changes", readingAgain + applyingAgain, participants),
                    Row("a node's start until it takes requests", node.Ready, participants),
                    Row("a node's start until all cells are in memory", node.Warm, participants),
                ],
                Gates =
                [
                    new(
                        "participants added, none refused",
                        Number(participants),
                        Number(first.Added),
                        first.Added == participants && first.Refused == 0
                    ),
                    new(
                        "the same file again changes nothing",
                        Number(participants),
                        Number(again.Unchanged),
                        again.Unchanged == participants && again.Changed == 0
                    ),
                    new("time, in bare COPYs", "≤ 4", Text(ratio), ratio <= 4, IsGoal: true),
                    new("peak memory", "< 1.5 GB", $"{peak / 1_000_000} MB", peak < MostBytes, IsGoal: true),
                    new("a warm node's memory", "< 1.5 GB", $"{node.Bytes / 1_000_000} MB", node.Bytes < MostBytes, IsGoal: true),
                    new("its peak until then", "< 1.5 GB", $"{node.MostBytes / 1_000_000} MB", node.MostBytes < MostBytes, IsGoal: true),
                    new("bytes of heap a location, silo and all", "≤ 200", Text(bytes), bytes <= 200, IsGoal: true),
                ],
                Figures = new Dictionary<string, double>(StringComparer.Ordinal)
                {
                    ["readSeconds"] = reading.TotalSeconds,
                    ["applySeconds"] = applying.TotalSeconds,
                    ["copySeconds"] = copy.Time.TotalSeconds,
                    ["ratio"] = ratio,
                    ["peakBytes"] = peak,
                    ["copyBytes"] = copy.Bytes,
                    ["nodeReadySeconds"] = node.Ready.TotalSeconds,
                    ["nodeWarmSeconds"] = node.Warm.TotalSeconds,
                    ["nodeBytes"] = node.Bytes,
                    ["nodePeakBytes"] = node.MostBytes,
                    ["heapBytesALocation"] = bytes,
                },
            },
            save
        );
    }

    /// <summary>What a silo with all cells in memory adds to the heap of this process.</summary>
    private static async Task<double> Heap(string connection)
    {
        using var database = BenchDatabase.Open(connection);
        await using var node = await SelectionNode.Start(new PostgresSubscriptionStore(database));
        return node.HeapBytes;
    }

    private static async Task<string> Migrated(PostgresCluster server)
    {
        var connection = await server.CreateDatabase();
        BenchDatabase.Open(connection).Dispose();
        return connection;
    }

    private static string[] Row(string step, TimeSpan time, int rows) =>
        [
            step,
            time.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture),
            (rows / time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture),
        ];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("F2", CultureInfo.InvariantCulture);
}
