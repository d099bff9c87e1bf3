using System.Text.Json;
using Burgernet.H3;

namespace Burgernet.Tests.Unit.H3;

/// <summary>Compares this library's answers with h3-js's.</summary>
internal static class H3JsComparison
{
    public static IEnumerable<string> Differences(H3JsInput input, JsonElement answer) =>
        Points(input, answer.GetProperty("points"))
            .Concat(Cells(input, answer.GetProperty("cells")))
            .Concat(Pairs(input, answer.GetProperty("pairs")))
            .Concat(Polygons(input, answer.GetProperty("polygons")))
            .Concat(Sets(input, answer.GetProperty("sets")));

    private static IEnumerable<string> Points(H3JsInput input, JsonElement answers)
    {
        foreach (var (point, answer) in input.Points.Zip(answers.EnumerateArray()))
        {
            foreach (var (resolution, cell) in answer.EnumerateArray().Index())
            {
                var found = H3Grid.LatLngToCell(new LatLng(point[0], point[1]), resolution).ToString();
                if (cell.GetString() != found)
                {
                    yield return $"({point[0]:R}, {point[1]:R}) at {resolution}: {cell}, not {found}";
                }
            }
        }
    }

    private static IEnumerable<string> Cells(H3JsInput input, JsonElement answers)
    {
        var faces = new int[5];
        foreach (var (text, answer) in input.Cells.Zip(answers.EnumerateArray()))
        {
            var cell = H3Index.Parse(text);
            var boundary = H3Grid.CellToBoundary(cell);
            var expected = answer
                .GetProperty("boundary")
                .EnumerateArray()
                .Select(p => new LatLng(p[0].GetDouble(), p[1].GetDouble()))
                .ToArray();
            if (expected.Length != boundary.Length || expected.Zip(boundary).Any(p => H3Grid.GreatCircleDistance(p.First, p.Second) > 1e-4))
            {
                yield return $"boundary of {cell}: {string.Join(' ', expected)}, not {string.Join(' ', boundary)}";
            }

            var centre = answer.GetProperty("centre");
            if (H3Grid.GreatCircleDistance(new LatLng(centre[0].GetDouble(), centre[1].GetDouble()), H3Grid.CellToLatLng(cell)) > 1e-4)
            {
                yield return $"centre of {cell}";
            }

            if (Math.Abs((H3Grid.CellAreaM2(cell) / answer.GetProperty("area").GetDouble()) - 1) > 1e-6)
            {
                yield return $"area of {cell}";
            }

            var found = faces.AsSpan(0, H3Grid.GetIcosahedronFaces(cell, faces)).ToArray();
            if (!answer.GetProperty("faces").EnumerateArray().Select(f => f.GetInt32()).Order().SequenceEqual(found))
            {
                yield return $"faces of {cell}: {answer.GetProperty("faces")}, not {string.Join(',', found)}";
            }

            if (!Same(answer.GetProperty("disk"), H3Grid.GridDisk(cell, 4)))
            {
                yield return $"disk of {cell}";
            }
        }
    }

    private static IEnumerable<string> Pairs(H3JsInput input, JsonElement answers)
    {
        foreach (var (pair, answer) in input.Pairs.Zip(answers.EnumerateArray()))
        {
            // Where the C library gives up there is nothing to hold against.
            _ = H3Grid.TryGridDistance(H3Index.Parse(pair[0]), H3Index.Parse(pair[1]), out var distance);
            if (answer.ValueKind == JsonValueKind.Number && answer.GetInt32() != distance)
            {
                yield return $"{pair[0]} to {pair[1]}: {answer}, not {distance}";
            }
        }
    }

    private static IEnumerable<string> Polygons(H3JsInput input, JsonElement answers)
    {
        foreach (var (polygon, answer) in input.Polygons.Zip(answers.EnumerateArray()))
        {
            foreach (var mode in Enum.GetValues<ContainmentMode>())
            {
                var expected = answer[(int)mode].EnumerateArray().Select(c => H3Index.Parse(c.GetString()!)).ToHashSet();
                var found = H3Grid.PolygonToCells(polygon.ToGeoPolygon(), polygon.Resolution, mode);
                if (!expected.SetEquals(found))
                {
                    yield return $"{mode} at {polygon.Resolution} of {JsonSerializer.Serialize(polygon.Rings)}: missing {string.Join(' ', expected.Except(found))}, "
                        + $"extra {string.Join(' ', found.Except(expected))}";
                }
            }
        }
    }

    private static IEnumerable<string> Sets(H3JsInput input, JsonElement answers)
    {
        foreach (var (set, answer) in input.Sets.Zip(answers.EnumerateArray()))
        {
            H3Index[] cells = [.. set.Select(H3Index.Parse)];
            if (!Same(answer.GetProperty("compacted"), H3Grid.CompactCells(cells)))
            {
                yield return $"compaction of {string.Join(' ', set)}";
            }

            // Outlines may start anywhere and come in any order: rings and their lengths have to agree.
            var expected = answer
                .GetProperty("polygons")
                .EnumerateArray()
                .Select(p => string.Join(',', p.EnumerateArray().Select(r => r.GetInt32()).Order()));
            var found = H3Grid
                .CellsToMultiPolygon(cells)
                .Select(p => string.Join(',', p.Holes.Select(h => h.Length).Append(p.Outer.Length).Order()));
            if (!expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                yield return $"outline of {string.Join(' ', set)}: {string.Join(';', expected)}, not {string.Join(';', found)}";
            }
        }
    }

    private static bool Same(JsonElement expected, H3Index[] found) =>
        expected.EnumerateArray().Select(c => H3Index.Parse(c.GetString()!)).Order().SequenceEqual(found.Order());
}
