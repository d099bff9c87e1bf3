using System.Runtime.InteropServices;

namespace Burgernet.H3.Regions;

/// <summary>The box about a ring, in degrees, and the pole it holds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Extent
{
    private readonly double _x;
    private readonly double _halfX;
    private readonly double _south;
    private readonly double _north;

    internal Extent(ReadOnlySpan<Side> ring)
    {
        var (east, min, max, sum) = (0.0, 0.0, 0.0, 0.0);
        (_south, _north) = (90, -90);
        foreach (ref readonly var side in ring)
        {
            east += 2 * side.HalfX;
            (min, max) = (Math.Min(min, east), Math.Max(max, east));
            (_south, _north) = (Math.Min(_south, side.AY), Math.Max(_north, side.AY));
            sum += side.AY;
        }

        _x = ring[0].AX + (0.5 * (min + max));
        _halfX = 0.5 * (max - min);
        if (Math.Abs(east) > 180)
        {
            // Once around the Earth: the ring holds the pole that it lies nearer to.
            HoldsSouthPole = sum < 0;
            (_south, _north) = HoldsSouthPole ? (-90.0, _north) : (_south, 90.0);
            _halfX = 180;
        }
    }

    /// <summary>Whether the ring holds the south pole.</summary>
    internal bool HoldsSouthPole { get; }

    /// <summary>Whether a cell's box has a point in this one.</summary>
    internal bool Meets(in Reach box) =>
        box.Y + box.HalfY >= _south
        && box.Y - box.HalfY <= _north
        && (box.IsAround || Math.Abs(Math.IEEERemainder(box.X - _x, 360)) <= box.HalfX + _halfX);
}
