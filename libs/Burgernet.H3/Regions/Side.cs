using System.Runtime.InteropServices;

namespace Burgernet.H3.Regions;

/// <summary>One side of a ring: from A to B the shorter way around, straight in degrees of longitude (X) and latitude (Y).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Side
{
    internal readonly double AX;
    internal readonly double AY;
    internal readonly double BX;
    internal readonly double BY;
    internal readonly double MidX;
    internal readonly double MidY;
    internal readonly double HalfX;
    internal readonly double HalfY;

    /// <summary>The ring's bit: 1 the outer ring, the others holes.</summary>
    internal readonly ulong Ring;

    internal Side(LatLng from, LatLng to, ulong ring)
    {
        (AX, AY, BX, BY) = (Wrap(from.Longitude), from.Latitude, Wrap(to.Longitude), to.Latitude);
        HalfX = 0.5 * Near(BX - AX);
        HalfY = 0.5 * (BY - AY);
        MidX = Near(AX + HalfX);
        MidY = AY + HalfY;
        Ring = ring;
    }

    /// <summary>A longitude within ±180.</summary>
    internal static double Wrap(double longitude) => Math.Abs(longitude) <= 180 ? longitude : Math.IEEERemainder(longitude, 360);

    /// <summary>A difference of two longitudes within ±180, the shorter way around.</summary>
    internal static double Near(double difference) =>
        difference > 180 ? difference - 360
        : difference < -180 ? difference + 360
        : difference;

    /// <summary>Whether the side has a point in a box.</summary>
    internal bool Touches(in Reach box)
    {
        var (x, y) = (Near(MidX - box.X), MidY - box.Y);
        var (halfX, halfY) = (Math.Abs(HalfX), Math.Abs(HalfY));
        return Math.Abs(y) <= box.HalfY + halfY
            && (
                box.IsAround
                || (Math.Abs(x) <= box.HalfX + halfX && Math.Abs((x * HalfY) - (y * HalfX)) <= (box.HalfX * halfY) + (box.HalfY * halfX))
            );
    }

    /// <summary>Whether the meridian from a point to the south pole (or the north pole) crosses the side.</summary>
    internal bool CrossesMeridian(double x, double y, bool northward)
    {
        var (a, b) = (Near(AX - x), Near(BX - x));
        if ((a >= 0) == (b >= 0) || Math.Abs(a - b) > 180)
        {
            return false;
        }

        var crossing = AY + ((BY - AY) * (a / (a - b)));
        return northward ? crossing > y : crossing <= y;
    }

    /// <summary>Whether the side and a segment cross.</summary>
    /// <param name="x">The segment's first point, longitude.</param>
    /// <param name="y">The segment's first point, latitude.</param>
    /// <param name="dx">Degrees of longitude to the second point, within ±180.</param>
    /// <param name="dy">Degrees of latitude to the second point.</param>
    internal bool Crosses(double x, double y, double dx, double dy)
    {
        var (ax, ay, bx, by) = (Near(AX - x), AY - y, Near(BX - x), BY - y);
        if (Math.Abs(bx - ax) > 180)
        {
            // Half the Earth away from the first point, but perhaps not from the second.
            (ax, bx) = (Near(MidX - x) - HalfX, Near(MidX - x) + HalfX);
        }

        if (((dx * ay) - (dy * ax) >= 0) == ((dx * by) - (dy * bx) >= 0))
        {
            return false;
        }

        var (sx, sy) = (bx - ax, by - ay);
        return ((sy * ax) - (sx * ay) >= 0) != ((sx * (dy - ay)) - (sy * (dx - ax)) >= 0);
    }
}
