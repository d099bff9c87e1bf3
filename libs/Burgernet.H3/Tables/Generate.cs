#:property RestorePackagesWithLockFile=false
#:property GenerateDocumentationFile=false
#:property TreatWarningsAsErrors=false
#:property NoWarn=IDE0005;MA0048;MA0047;CA1861;RCS1118
#:property PublishAot=false
// Writes the tables beside it from ../shared/vectors/h3 (results of H3's public API) and from plane geometry:
//   dotnet run libs/Burgernet.H3/Tables/Generate.cs -- ../shared/vectors/h3 libs/Burgernet.H3/Tables
using System.Globalization;
using System.Text;
using System.Text.Json;

var source = args[0];
var target = args[1];
using var core = JsonDocument.Parse(File.ReadAllText(Path.Combine(source, "core_tables.json")));
var faces = core.RootElement.GetProperty("faces").EnumerateArray().ToArray();
var pentagons = core.RootElement.GetProperty("pentagon_base_cells").EnumerateArray().Select(e => e.GetInt32()).ToHashSet();
var lattice = core.RootElement.GetProperty("faceIjk").EnumerateArray().Select(ReadEntry).ToArray();

WriteFaces();
WriteBaseCells();
WriteResolutions();
WriteDigits();
WriteSteps();
return;

Entry ReadEntry(JsonElement e)
{
    var ijk = e.GetProperty("ijk").EnumerateArray().Select(v => v.GetInt32()).ToArray();
    var baseCell = e.GetProperty("base").GetInt32();
    var clockwise = e.TryGetProperty("cw", out var cw) && (cw.ValueKind == JsonValueKind.Array ? cw[0].GetInt32() : cw.GetInt32()) == 1;
    var pentagon = core.RootElement.GetProperty("pentagon_base_cells").EnumerateArray().Any(p => p.GetInt32() == baseCell);
    var rotation = e.GetProperty("rot")[0].GetInt32();
    var byLeading = Enumerable.Range(0, 8).Select(d => pentagon ? PentagonRotation(d, rotation, clockwise) : rotation).ToArray();
    return new Entry(e.GetProperty("face").GetInt32(), ijk, baseCell, byLeading, rotation);
}

// The sixth around a pentagon that has no cells is the one of digit 1: an address that falls into it turns on.
static int PentagonRotation(int leading, int rotations, bool clockwise)
{
    if (leading is 0 or 7)
    {
        return 0;
    }

    var total = 0;
    var digit = leading;
    if (digit == 1)
    {
        total = clockwise ? 5 : 1;
        digit = Turn(digit, total);
    }

    for (var n = 0; n < rotations; n++)
    {
        total++;
        digit = Turn(digit, 1);
        if (digit == 1)
        {
            total++;
            digit = Turn(digit, 1);
        }
    }

    return total % 6;
}

static int Turn(int digit, int sixths)
{
    int[] ring = [4, 6, 2, 3, 1, 5];
    return digit == 0 ? 0 : ring[(Array.IndexOf(ring, digit) + sixths) % 6];
}

void WriteFaces()
{
    var body = new StringBuilder();
    body.Append("    /// <summary>Per axis component (c.x c.y c.z u.x … w.z) the twenty faces' values.</summary>\n");
    body.Append("    internal static ReadOnlySpan<double> Axes =>\n        [\n");
    foreach (var name in (string[])["c", "u", "w"])
    {
        for (var component = 0; component < 3; component++)
        {
            body.Append("            ");
            body.AppendJoin(
                ", ",
                faces.Select(f => f.GetProperty(name)[component].GetDouble().ToString("R", CultureInfo.InvariantCulture))
            );
            body.Append(",\n");
        }
    }

    body.Append("        ];\n\n");

    // Edge 0 lies between vertices 0 and 1 (towards 60 degrees), 1 between 1 and 2 (180), 2 between 2 and 0 (300).
    var neighbours = new List<int>();
    for (var f = 0; f < 20; f++)
    {
        var corners = faces[f].GetProperty("v").EnumerateArray().Select(v => v.GetInt32()).ToArray();
        for (var edge = 0; edge < 3; edge++)
        {
            var (first, second) = (corners[edge], corners[(edge + 1) % 3]);
            for (var g = 0; g < 20; g++)
            {
                var others = faces[g].GetProperty("v").EnumerateArray().Select(v => v.GetInt32()).ToArray();
                if (g == f || !others.Contains(first) || !others.Contains(second))
                {
                    continue;
                }

                var (p0, p1) = (Corner(edge), Corner((edge + 1) % 3));
                var (q0, q1) = (Corner(Array.IndexOf(others, first)), Corner(Array.IndexOf(others, second)));
                for (var sixths = 0; sixths < 6; sixths++)
                {
                    var (r0, r1) = (Spin(p0, sixths), Spin(p1, sixths));
                    if ((q0.A - r0.A, q0.B - r0.B) == (q1.A - r1.A, q1.B - r1.B))
                    {
                        neighbours.AddRange([g, sixths, q0.A - r0.A, q0.B - r0.B]);
                    }
                }
            }
        }
    }

    body.Append(
        "    /// <summary>Per face and edge: the face beyond, the sixths of a turn and the shift that carry an address over.</summary>\n"
    );
    Bytes(body, "Beyond", "sbyte", neighbours, 12);
    Write("FaceTable", "The icosahedron's faces: centre c, axes u and w = c × u, and the moves across their edges.", body);
}

static (int A, int B) Corner(int n) =>
    n switch
    {
        0 => (2, 0),
        1 => (0, 2),
        _ => (-2, -2),
    };

static (int A, int B) Spin((int A, int B) z, int sixths)
{
    for (var n = 0; n < sixths; n++)
    {
        z = (z.A - z.B, z.A);
    }

    return z;
}

void WriteBaseCells()
{
    var body = new StringBuilder();
    var cells = Enumerable.Repeat(0, 540).ToList();
    var rotations = Enumerable.Repeat(0, 540 * 8).ToList();
    foreach (var e in lattice)
    {
        var at = (e.Face * 27) + (e.Ijk[0] * 9) + (e.Ijk[1] * 3) + e.Ijk[2];
        cells[at] = e.Base;
        for (var d = 0; d < 8; d++)
        {
            rotations[(at * 8) + d] = e.ByLeading[d];
        }
    }

    body.Append("    /// <summary>Base cell at face·27 + i·9 + j·3 + k.</summary>\n");
    Bytes(body, "At", "byte", cells, 27);
    body.Append(
        "    /// <summary>Sixths of a turn from face digits to index digits, at (face·27 + i·9 + j·3 + k)·8 + leading face digit.</summary>\n"
    );
    Bytes(body, "Turns", "byte", rotations, 48);

    // The way back: where on which faces a base cell's descendants may lie. The face whose frame the base cell has comes first.
    var starts = new List<int>();
    var homes = new List<int>();
    for (var b = 0; b < 122; b++)
    {
        starts.Add(homes.Count / 12);
        var mine = lattice.Where(e => e.Base == b).OrderBy(e => Inside(e) ? 0 : 1).ThenBy(e => e.Rotation == 0 ? 0 : 1).ThenBy(e => e.Face);
        foreach (var e in pentagons.Contains(b) ? AroundPentagon([.. mine]) : mine)
        {
            var back = Enumerable
                .Range(0, 8)
                .Select(target =>
                    Enumerable.Range(1, 6).Where(d => Turn(d, e.ByLeading[d]) == target).Select(d => e.ByLeading[d]).ToArray()
                )
                .ToArray();
            for (var variant = 0; variant < back.Max(x => x.Length); variant++)
            {
                homes.AddRange([e.Face, e.Ijk[0] - e.Ijk[2], e.Ijk[1] - e.Ijk[2], 0]);
                homes.AddRange(
                    back.Select(
                        (x, d) =>
                            d == 0 ? 0
                            : x.Length == 0 ? 0
                            : x[Math.Min(variant, x.Length - 1)]
                    )
                );
            }
        }
    }

    starts.Add(homes.Count / 12);
    body.Append(
        "    /// <summary>First entry of a base cell in <see cref=\"Homes\"/>, in entries; the next one's first ends it.</summary>\n"
    );
    Bytes(body, "HomeStart", "ushort", starts, 24);
    body.Append(
        "    /// <summary>Twelve values an entry: face, a, b, 0, then by leading index digit the sixths that led from face digits to it.</summary>\n"
    );
    Bytes(body, "Homes", "sbyte", homes, 48);
    var bits = new ulong[2];
    foreach (var p in pentagons)
    {
        bits[p / 64] |= 1UL << (p % 64);
    }

    body.Append(
        CultureInfo.InvariantCulture,
        $"    /// <summary>A bit for each base cell below 64 that is a pentagon.</summary>\n    internal const ulong PentagonsLow = 0x{bits[0]:X};\n\n"
    );
    body.Append(
        CultureInfo.InvariantCulture,
        $"    /// <summary>A bit for each base cell from 64 on that is a pentagon.</summary>\n    internal const ulong PentagonsHigh = 0x{bits[1]:X};\n"
    );
    Write("BaseCellTable", "Where the 122 base cells lie on the faces, and how their frames are turned.", body);
}

// A centre on the edge between two faces about a pentagon counts for the one that comes first here: so the geometry vectors order their
// corners. The first face is the frame's own where the pentagon is its vertex 0, else the second counter-clockwise from it.
IEnumerable<Entry> AroundPentagon(Entry[] entries)
{
    var around = new List<Entry> { entries[0] };
    while (around.Count < 5)
    {
        var corners = Corners(around[^1].Face);
        var shared = corners[(Array.IndexOf(corners, entries[0].Base) + 2) % 3];
        around.Add(entries.Single(e => !around.Contains(e) && Corners(e.Face).Contains(shared)));
    }

    var first = Array.IndexOf(Corners(entries[0].Face), entries[0].Base) == 0 ? 0 : 2;
    return new[] { 0, 1, 4, 3, 2 }.Select(n => around[(first + n) % 5]);
}

int[] Corners(int face) => [.. faces[face].GetProperty("v").EnumerateArray().Select(v => v.GetInt32())];

static bool Inside(Entry e)
{
    var (a, b) = (e.Ijk[0] - e.Ijk[2], e.Ijk[1] - e.Ijk[2]);
    return a + b <= 2 && b - (2 * a) <= 2 && a - (2 * b) <= 2;
}

void WriteResolutions()
{
    var body = new StringBuilder();
    var rows = File.ReadAllLines(Path.Combine(source, "resolution_table.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
    body.Append("    /// <summary>Mean area of a hexagon, square kilometres.</summary>\n");
    body.Append(
        CultureInfo.InvariantCulture,
        $"    internal static ReadOnlySpan<double> HexagonAreaKm2 => [{string.Join(", ", rows.Select(r => r[2]))}];\n\n"
    );
    body.Append("    /// <summary>Mean length of a hexagon's edge, metres.</summary>\n");
    body.Append(
        CultureInfo.InvariantCulture,
        $"    internal static ReadOnlySpan<double> EdgeLengthMetres => [{string.Join(", ", rows.Select(r => r[3]))}];\n"
    );
    Write("ResolutionTable", "Means by resolution, 0 to 15.", body);
}

// Two resolutions at a time: a lattice point is 7·(its grandparent) + (3 + ω)·(digit) + (finer digit), with ω a third of a turn.
void WriteDigits()
{
    (int A, int B)[] step = [(0, 0), (-1, -1), (0, 1), (-1, 0), (1, 0), (0, -1), (1, 1)];
    var join = new int[128];
    var split = new int[49];
    for (var coarse = 0; coarse < 7; coarse++)
    {
        for (var fine = 0; fine < 7; fine++)
        {
            var a = (3 * step[coarse].A) - step[coarse].B + step[fine].A;
            var b = step[coarse].A + (2 * step[coarse].B) + step[fine].B;
            var pair = (coarse * 8) + fine;
            (join[2 * pair], join[(2 * pair) + 1]) = (a, b);
            var (ra, rb) = ((a + 7) % 7, (b + 7) % 7);
            split[(7 * ra) + rb] = pair | ((ra - a) / 7 << 6) | ((rb - b) / 7 << 7);
        }
    }

    var body = new StringBuilder();
    body.Append("    /// <summary>The step (a, b) of two digits, at 2·(8·coarse + fine).</summary>\n");
    Bytes(body, "Join", "sbyte", [.. join], 16);
    body.Append(
        "    /// <summary>From remainders 7·(a mod 7) + (b mod 7): the two digits, then in bits 6 and 7 what a and b carry.</summary>\n"
    );
    Bytes(body, "Split", "byte", [.. split], 7);
    Write("DigitTable", "Lattice addresses to digits and back, two resolutions at a time.", body);
}

// A step within a base cell changes the finest digit and may carry a step to the next coarser one; past the base cell it leads to
// another, whose frame may be turned. Steps out of and into pentagons are left out (255): their frames differ by direction.
void WriteSteps()
{
    (int A, int B)[] step = [(0, 0), (-1, -1), (0, 1), (-1, 0), (1, 0), (0, -1), (1, 1)];
    var carry = new int[128];
    for (var odd = 0; odd < 2; odd++)
    {
        for (var digit = 0; digit < 7; digit++)
        {
            for (var direction = 1; direction < 7; direction++)
            {
                var (a, b) = (step[digit].A + step[direction].A, step[digit].B + step[direction].B);
                for (var coarse = 0; coarse < 7; coarse++)
                {
                    var (x, y) = step[coarse];
                    var up = odd == 1 ? ((2 * x) + y, (3 * y) - x) : ((3 * x) - y, x + (2 * y));
                    var fine = Array.IndexOf(step, (a - up.Item1, b - up.Item2));
                    if (fine >= 0)
                    {
                        carry[(64 * odd) + (8 * digit) + direction] = fine | (coarse << 3);
                    }
                }
            }
        }
    }

    var beyond = Enumerable.Repeat(255, 122 * 8).ToList();
    foreach (var from in lattice.Where(e => !pentagons.Contains(e.Base)))
    {
        for (var direction = 1; direction < 7; direction++)
        {
            var (x, y) = step[Turn(direction, 6 - from.Rotation)];
            var (a, b) = (from.Ijk[0] - from.Ijk[2] + x, from.Ijk[1] - from.Ijk[2] + y);
            var to = lattice.SingleOrDefault(e => e.Face == from.Face && (e.Ijk[0] - e.Ijk[2], e.Ijk[1] - e.Ijk[2]) == (a, b));
            if (to is null || pentagons.Contains(to.Base))
            {
                continue;
            }

            var entry = to.Base | ((to.Rotation - from.Rotation + 6) % 6 << 8);
            var at = (from.Base * 8) + direction;
            if (beyond[at] != 255 && beyond[at] != entry)
            {
                throw new InvalidDataException($"Faces differ on direction {direction} of base cell {from.Base}.");
            }

            beyond[at] = entry;
        }
    }

    var body = new StringBuilder();
    body.Append(
        "    /// <summary>At 64·(1 where the resolution is odd) + 8·digit + direction: the new digit, then in bits 3 to 5 the step carried.</summary>\n"
    );
    Bytes(body, "Carry", "byte", [.. carry], 16);
    body.Append(
        "    /// <summary>At 8·base cell + direction: the base cell beyond, and in bits 8 to 10 the sixths its frame is turned; 255 at pentagons.</summary>\n"
    );
    Bytes(body, "Beyond", "ushort", beyond, 24);
    Write("StepTable", "Steps to neighbouring cells.", body);
}

static void Bytes(StringBuilder body, string name, string type, List<int> values, int perLine)
{
    body.Append(CultureInfo.InvariantCulture, $"    internal static ReadOnlySpan<{type}> {name} =>\n        [\n");
    foreach (var line in values.Chunk(perLine))
    {
        body.Append("            ").AppendJoin(", ", line).Append(",\n");
    }

    body.Append("        ];\n\n");
}

void Write(string name, string summary, StringBuilder body)
{
    var text = new StringBuilder();
    text.Append("// <auto-generated>Written by Tables/Generate.cs; see there how.</auto-generated>\nnamespace Burgernet.H3.Tables;\n\n");
    text.Append(CultureInfo.InvariantCulture, $"/// <summary>{summary}</summary>\ninternal static class {name}\n{{\n");
    text.Append(body.ToString().TrimEnd()).Append("\n}\n");
    File.WriteAllText(Path.Combine(target, name + ".cs"), text.ToString());
}

internal sealed record Entry(int Face, int[] Ijk, int Base, int[] ByLeading, int Rotation);
