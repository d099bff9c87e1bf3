using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.TestKit;
using Npgsql;

namespace Burgernet.Benchmarks.Storage;

/// <summary>The same load on every store: 64 lanes, each with one step under way.</summary>
internal sealed class StoreRun(TimeSpan length, int[] writers)
{
    private const int Lanes = 64;
    private const int Participants = 192_000;

    private readonly List<string[]> _rows = [];
    private readonly Dictionary<string, double> _figures = new(StringComparer.Ordinal);

    public async Task<RunSection> Run()
    {
        await using var cluster = await PostgresCluster.Start(PostgresPrograms.Folder, "shared_buffers=512MB", "max_wal_size=4GB");
        foreach (var count in writers)
        {
            var database = await cluster.CreateDatabase();
            await using var postgres = StoreFixture.Open(
                new(StringComparer.Ordinal)
                {
                    ["Provider"] = "postgres",
                    ["ConnectionString"] = database,
                    ["Postgres:Writers"] = count.ToString(CultureInfo.InvariantCulture),
                    ["Postgres:StatementTimeout"] = "00:00:30",
                }
            );
            await postgres.Fill(Participants);
            await PostgresCluster.Execute(database, "analyze");
            await Measure(Store(count), postgres);
            if (count == writers[^1])
            {
                var bare = new StepTimes(length);
                await BareAppend.Run(database, bare);
                Add("PostgreSQL, bare", "log alone, one connection", 1_000, bare);
            }

            NpgsqlConnection.ClearAllPools();
        }

        var folder = Directory.CreateTempSubdirectory("burgernet-store-").FullName;
        await using (var sqlite = StoreFixture.Open(new(StringComparer.Ordinal) { ["Folder"] = folder }))
        {
            await sqlite.Fill(Participants);
            await Measure("SQLite", sqlite);
        }

        Directory.Delete(folder, recursive: true);
        return Section();
    }

    private async Task Measure(string store, StoreFixture fixture)
    {
        foreach (var perStep in new[] { 1, 4, 16 })
        {
            var action = await fixture.StartAction();
            var lanes = Enumerable
                .Range(0, Lanes)
                .Select(lane => new LaneLoad(
                    fixture.Lanes,
                    action,
                    lane,
                    [.. Enumerable.Range(0, Participants / Lanes).Select(i => StoreFixture.Participant((i * Lanes) + lane))]
                ))
                .ToArray();
            await Phase(store, "select", 500, lanes, (lane, times) => lane.Select(500, times), show: perStep == 1);
            await Phase(store, "claim", perStep, lanes, (lane, times) => lane.Claim(perStep, times));
            await Phase(store, "report the end", perStep, lanes, (lane, times) => lane.Report(perStep, times));
        }
    }

    private async Task Phase(
        string store,
        string what,
        int perStep,
        LaneLoad[] lanes,
        Func<LaneLoad, StepTimes, Task> work,
        bool show = true
    )
    {
        var times = new StepTimes(length);
        await Task.WhenAll(lanes.Select(lane => Task.Run(() => work(lane, times))));
        if (show)
        {
            Add(store, what, perStep, times);
        }
    }

    private void Add(string store, string what, int perStep, StepTimes times)
    {
        var culture = CultureInfo.InvariantCulture;
        _rows.Add([
            store,
            what,
            perStep.ToString(culture),
            times.Count.ToString("N0", culture),
            times.Rate.ToString("N0", culture),
            times.Percentile(0.5).ToString("N1", culture),
            times.Percentile(0.99).ToString("N1", culture),
        ]);
        var name = $"{store}/{what}/{perStep}";
        _figures[$"{name}/rate [1/s]"] = Math.Round(times.Rate);
        _figures[$"{name}/p99 [ms]"] = Math.Round(times.Percentile(0.99), 2);
        Console.Error.WriteLine(string.Join(" | ", _rows[^1]));
    }

    private RunSection Section() =>
        new()
        {
            Name = "lanes",
            Title = "Steps of lanes through the store",
            Command = "dotnet run -c Release --project benchmarks -- store --save",
            Method =
                $"{Lanes} lanes of one action with {Participants:N0} participants, each lane with one step under way, for {length.TotalSeconds:N0} s a line (a selection "
                + "runs to its end). A claim is a row of `attempt` and an entry of the lane's chain; a report changes `attempt` and `delivery` and adds an entry; "
                + "a selection adds `delivery` rows and one entry a step. Everything is acknowledged only when it is on disk: PostgreSQL with fsync, full_page_writes and "
                + "synchronous_commit on, SQLite with WAL and synchronous=FULL. Database and load share the machine.",
            Columns = ["store", "what", "a step", "acknowledged", "a second", "step p50 ms", "step p99 ms"],
            Rows = _rows,
            Gates =
            [
                Goal(
                    "claims a second, 1 a step",
                    "≥ 10,000, the most calls a second that a carrier may be set to",
                    figures => figures >= 10_000,
                    "claim/1/rate [1/s]"
                ),
                Goal("a report is stored within, p99 in ms, 1 a step", "≤ 100", figures => figures <= 100, "report the end/1/p99 [ms]"),
            ],
            Figures = _figures,
        };

    /// <summary>Of the number of writers that is the default.</summary>
    private Gate Goal(string what, string limit, Func<double, bool> holds, string figure)
    {
        var options = new Burgernet.Silo.Storage.Postgres.PostgresOptions();
        var seen = _figures.GetValueOrDefault($"{Store(options.Writers)}/{figure}", double.NaN);
        return new Gate(
            $"{what} ({Store(options.Writers)})",
            limit,
            seen.ToString("N1", CultureInfo.InvariantCulture),
            holds(seen),
            IsGoal: true
        );
    }

    private static string Store(int writers) => string.Create(CultureInfo.InvariantCulture, $"PostgreSQL, {writers} writing");
}
