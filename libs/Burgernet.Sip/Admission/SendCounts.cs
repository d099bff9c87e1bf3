using System.Runtime.InteropServices;

namespace Burgernet.Sip.Admission;

/// <summary>Requests of a trunk within a short time.</summary>
/// <param name="Sent">Sent, repetitions included.</param>
/// <param name="Repeated">Repetitions among them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SendCounts(int Sent, int Repeated)
{
    public static SendCounts operator +(SendCounts left, SendCounts right) => new(left.Sent + right.Sent, left.Repeated + right.Repeated);

    public static SendCounts operator -(SendCounts left, SendCounts right) => new(left.Sent - right.Sent, left.Repeated - right.Repeated);
}
