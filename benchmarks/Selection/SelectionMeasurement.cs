using System.Diagnostics;
using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Selection;

/// <summary>Loads, warms, compares person by person, measures and reports.</summary>
internal sealed class SelectionMeasurement(int participants)
{
    private const int Seed = 2_012;
    private const double GoalRatio = 5;
    private const double GoalBytes = 200;
    private const double GoalProcessBytes = 1.5e9;

    private readonly Dictionary<string, SelectionTimes> _rows = new(StringComparer.Ordinal);
    private int _differences;
    private int _atTheEdge;
    private int _twice;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(bool save)
    {
        var report = new RunReport("selection", "Selecting people by area");
        await using var register = await SelectionRegister.Start();
        var began = Stopwatch.GetTimestamp();
        var locations = await register.Load(SelectionPeople.Create(participants, Seed));
        Console.WriteLine(
            $"{locations} locations of {participants} people loaded and indexed in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s"
        );
        await using var node = await SelectionNode.Start(register.Store);
        Console.WriteLine($"warm after {node.Warm.TotalSeconds:F1} s");
        using var process = Process.GetCurrentProcess();
        var warmBytes = process.WorkingSet64;
        var postGis = new PostGis(register);
        var areas = SelectionArea.All().ToArray();
        await WarmUp(areas, node, postGis);
        foreach (var area in areas)
        {
            await Compare(area, node, postGis, register);
            await Measure(area, node, postGis);
        }

        process.Refresh();
        var version = await register.Ask(
            "select 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()"
        );
        return report.Write(Section(locations, node, warmBytes, process.PeakWorkingSet64, version), save);
    }

    /// <summary>Lets both sides do it until nothing is compiled, planned or read from a disk any more.</summary>
    private static async Task WarmUp(SelectionArea[] areas, SelectionNode node, PostGis postGis)
    {
        foreach (var area in areas.SelectMany(area => Enumerable.Repeat(area, area.Rounds)))
        {
            await node.Search(area);
            await node.SearchCellsAlone(area);
        }

        foreach (var area in areas)
        {
            await postGis.Select(area);
        }
    }

    /// <summary>Holds what both find against each other.</summary>
    private async Task Compare(SelectionArea area, SelectionNode node, PostGis postGis, SelectionRegister register)
    {
        var (ours, _, _) = await node.Search(area);
        var theirs = (await postGis.Select(area)).ToHashSet();
        var people = ours.ToHashSet();
        _twice += ours.Count - people.Count;
        Row(area).People.Add(people.Count);
        theirs.SymmetricExceptWith(people);
        if (theirs.Count > 0)
        {
            var places = (await register.Store.ReadParticipants(theirs)).ToLookup(place => place.ParticipantId);
            var atTheEdge = theirs.Count(person => places[person].Any(place => area.IsAtTheEdge(place.Point)));
            _atTheEdge += atTheEdge;
            _differences += theirs.Count - atTheEdge;
        }
    }

    private async Task Measure(SelectionArea area, SelectionNode node, PostGis postGis)
    {
        for (var round = 0; round < area.Rounds; round++)
        {
            var (_, first, all) = await node.Search(area);
            var alone = await node.SearchCellsAlone(area);
            var began = Stopwatch.GetTimestamp();
            await postGis.Select(area);
            Row(area).Add(all, first, alone, Stopwatch.GetElapsedTime(began));
        }
    }

    private SelectionTimes Row(SelectionArea area) =>
        _rows.TryGetValue(area.Row, out var row) ? row : _rows[area.Row] = new SelectionTimes();

    private RunSection Section(int locations, SelectionNode node, long warmBytes, long peakBytes, string version)
    {
        var bytes = node.HeapBytes / locations;
        return new RunSection
        {
            Name = "selection",
            Title = "Cells in memory beside PostGIS",
            Command = "dotnet run -c Release --project benchmarks -- selection",
            Method =
                $"{Whole(participants)} invented people with {Whole(locations)} locations (seed {Seed}) in the register's own tables in a throw-away PostgreSQL on loopback ({version}; {SelectionRegister.Description}). "
                + "Ours: cells, regions, warm-up, search and its queries as the node has them, in a silo of this process; timed from the question until everybody is "
                + "listed, nearest band first, with the looks at the change log that keep somebody who moves from being missed: one, and one more where there is more than one round of cells; "
                + "from a marker that the node keeps at hand, at most half a second old. PostGIS: select distinct participant_id by "
                + "ST_DWithin(geography, geography, r, false), polygons by ST_Intersects of planar geometry, GiST indexes, a table of points and ids alone, clustered by cell, analysed, all read by the client. "
                + "Ours as many times as measured and PostGIS once to warm up, both once to be compared person by person, then in turns. Ten cities a circle; p99 is over all rounds of a row, the worst where they are few.",
            Columns =
            [
                "area",
                "people",
                "rounds",
                "first band p50, ms",
                "cells alone p50, ms",
                "all p50, ms",
                "p99",
                "PostGIS p50, ms",
                "p99",
                "times as fast",
            ],
            Rows = [.. _rows.Select(row => row.Value.ToRow(row.Key))],
            Gates =
            [
                new Gate("people whom only one side finds, farther than 1 m from an edge", "0", Whole(_differences), _differences == 0),
                new Gate("people found twice", "0", Whole(_twice), _twice == 0),
                .. _rows.Select(row => new Gate(
                    $"{row.Key}: times as fast",
                    "≥ 5",
                    Short(row.Value.Ratio),
                    row.Value.Ratio >= GoalRatio,
                    IsGoal: true
                )),
                new Gate("bytes of heap a location, silo and all", "≤ 200", Short(bytes), bytes <= GoalBytes, IsGoal: true),
                new Gate(
                    "memory of this process after the warm-up",
                    "< 1.5 GB",
                    Mega(warmBytes),
                    warmBytes < GoalProcessBytes,
                    IsGoal: true
                ),
                new Gate("its peak, measuring included", "< 1.5 GB", Mega(peakBytes), peakBytes < GoalProcessBytes, IsGoal: true),
            ],
            Notes =
            [
                $"From the start of the host until every cell is filled: {Short(node.Warm.TotalSeconds)} s. Within 1 m of an edge the two disagree on {Whole(_atTheEdge)} people: their spheres differ by 1.6 m in radius.",
                "\"Cells alone\" is the same search without the change log: what is between the two is the price of not missing somebody who moves, which PostGIS's one query has in its snapshot.",
            ],
            Figures = Figures(bytes, node, warmBytes, peakBytes),
        };
    }

    private Dictionary<string, double> Figures(double bytes, SelectionNode node, long warmBytes, long peakBytes)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["bytes a location"] = bytes,
            ["seconds to warm"] = node.Warm.TotalSeconds,
            ["process bytes warm"] = warmBytes,
            ["process bytes peak"] = peakBytes,
        };
        foreach (var (name, row) in _rows)
        {
            figures[$"{name}, ms p50"] = row.Medians.Ours;
            figures[$"{name}, PostGIS ms p50"] = row.Medians.PostGis;
        }

        return figures;
    }

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static string Mega(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F0} MB");
}
