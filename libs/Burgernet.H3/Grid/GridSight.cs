using System.Runtime.InteropServices;

namespace Burgernet.H3.Grid;

/// <summary>Counts the steps between two cells by unfolding the icosahedron along every line of sight between them.</summary>
/// <remarks>
/// A shortest way bends at no edge once the faces that it crosses are laid flat. So faces are unfolded from the first cell's outward, each
/// within the wedge that is still in sight, and where the other cell's face comes into sight, the lattice distance is a candidate. All
/// arithmetic is on whole numbers.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct GridSight
{
    // Opposite faces lie five edges apart; no shortest line crosses more than one in excess of that.
    private const int MaxFaces = 6;

    private readonly FaceAddress _target;
    private readonly int _scale;
    private readonly bool _odd;
    private int _best;

    private GridSight(FaceAddress target, int resolution)
    {
        _target = target;
        _odd = (resolution & 1) != 0;
        _scale = FaceAddress.Scale((resolution + 1) & ~1);
        _best = int.MaxValue;
    }

    /// <summary>The steps between two cells of one resolution.</summary>
    internal static int Distance(ulong from, ulong to)
    {
        var resolution = Digits.Resolution(from);
        if (Digits.IsPentagon(to) && !Digits.IsPentagon(from))
        {
            (from, to) = (to, from);
        }

        var sight = new GridSight(Projection.Decode(to), resolution);
        var at = Projection.Decode(from);
        if (!Digits.IsPentagon(from))
        {
            sight.LookFrom(at, -1);
            return sight._best;
        }

        for (var n = 0; n < 5; n++)
        {
            // From a vertex, only the edge opposite leads out of its face: the other two are its neighbours' as well.
            sight.LookFrom(at, (Outline.VertexOf(at) + 1) % 3);
            at = Outline.NextAround(at, (resolution + 1) & ~1);
        }

        return sight._best;
    }

    private void LookFrom(FaceAddress at, int onlyEdge)
    {
        if (at.Face == _target.Face)
        {
            // Within one face nothing is nearer than straight ahead.
            _best = Math.Min(_best, Steps(at));
            return;
        }

        for (var edge = 0; edge < 3; edge++)
        {
            if (onlyEdge < 0 || edge == onlyEdge)
            {
                Enter(at, Corner(at.Face, edge), Corner(at.Face, edge + 1), edge, 1);
            }
        }
    }

    /// <summary>Crosses an edge and looks on.</summary>
    /// <param name="eye">The first cell, laid out on the face that is left.</param>
    /// <param name="right">The right end of what is in sight.</param>
    /// <param name="left">The left end of what is in sight.</param>
    /// <param name="edge">The edge that is crossed.</param>
    /// <param name="faces">The faces crossed so far.</param>
    private void Enter(FaceAddress eye, FaceAddress right, FaceAddress left, int edge, int faces)
    {
        var from = eye.Face;
        (eye, right, left) = (eye.Across(edge, _scale), right.Across(edge, _scale), left.Across(edge, _scale));
        if (eye.Face == _target.Face && Turn(eye, right, _target) >= 0 && Turn(eye, _target, left) >= 0)
        {
            _best = Math.Min(_best, Steps(eye));
        }

        if (faces == MaxFaces)
        {
            return;
        }

        for (var next = 0; next < 3; next++)
        {
            if (Tables.FaceTable.Beyond[(eye.Face * 12) + (4 * next)] == from)
            {
                continue;
            }

            var (start, end) = (Corner(eye.Face, next), Corner(eye.Face, next + 1));
            var nearer = Turn(eye, right, start) > 0 ? start : right;
            var farther = Turn(eye, end, left) > 0 ? end : left;
            if (Turn(eye, nearer, farther) > 0 && StepsToEdge(eye, next) < _best)
            {
                Enter(eye, nearer, farther, next, faces + 1);
            }
        }
    }

    /// <summary>A bound from below of the steps to an edge: no step comes nearer to it by more than two units, an odd one by five.</summary>
    private readonly int StepsToEdge(FaceAddress eye, int edge)
    {
        var height = edge switch
        {
            0 => eye.A + eye.B,
            1 => eye.B - (2 * eye.A),
            _ => eye.A - (2 * eye.B),
        };
        return ((2 * _scale) - height) / (_odd ? 5 : 2);
    }

    private readonly FaceAddress Corner(int face, int vertex) =>
        vertex switch
        {
            1 => new FaceAddress(face, 0, 2 * _scale),
            2 => new FaceAddress(face, -2 * _scale, -2 * _scale),
            _ => new FaceAddress(face, 2 * _scale, 0),
        };

    private readonly int Steps(FaceAddress eye)
    {
        var (a, b) = (_target.A - eye.A, _target.B - eye.B);
        if (_odd)
        {
            (a, b) = ((int)(((2L * a) + b) / 7), (int)(((3L * b) - a) / 7));
        }

        return Math.Max(Math.Max(Math.Abs(a), Math.Abs(b)), Math.Abs(a - b));
    }

    /// <summary>Above 0 where the second point lies to the left of the first, seen from the eye.</summary>
    private static long Turn(FaceAddress eye, FaceAddress first, FaceAddress second) =>
        ((long)(first.A - eye.A) * (second.B - eye.B)) - ((long)(first.B - eye.B) * (second.A - eye.A));
}
