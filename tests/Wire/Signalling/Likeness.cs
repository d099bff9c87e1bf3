namespace Burgernet.Tests.Wire.Signalling;

/// <summary>How much one recording is like another.</summary>
internal static class Likeness
{
    private const int Rate = 8_000;

    /// <summary>The median over windows of one second of the normalised cross-correlation, once the two are aligned.</summary>
    public static double Of(short[] spoken, short[] recorded)
    {
        var shift = Enumerable.Range(-Rate / 2, Rate).MaxBy(candidate => Correlation(spoken, recorded, 0, 2 * Rate, candidate));
        var windows = Enumerable
            .Range(0, spoken.Length / Rate)
            .Select(second => Correlation(spoken, recorded, second * Rate, Rate, shift))
            .Order()
            .ToArray();
        return windows[windows.Length / 2];
    }

    /// <summary>The same for words that came through a bridge, which waits where packets do: each window is aligned by itself, within 200 ms of the whole.</summary>
    public static double OfRelayed(short[] spoken, short[] recorded)
    {
        var whole = Enumerable.Range(-Rate / 2, Rate).MaxBy(candidate => Correlation(spoken, recorded, 0, 2 * Rate, candidate));
        var windows = Enumerable
            .Range(0, spoken.Length / Rate)
            .Select(second => second * Rate)
            .Select(start => Correlation(spoken, recorded, start, Rate, Best(start)))
            .Order()
            .ToArray();
        return windows[windows.Length / 2];

        int Best(int start) =>
            Enumerable
                .Range(whole - (Rate / 5), 2 * Rate / 5)
                .MaxBy(candidate => Correlation(spoken, recorded, start + (Rate / 4), Rate / 8, candidate));
    }

    private static double Correlation(short[] spoken, short[] recorded, int start, int length, int shift)
    {
        double product = 0;
        double first = 0;
        double second = 0;
        for (var i = start; i < start + length; i++)
        {
            if ((uint)(i + shift) >= (uint)recorded.Length)
            {
                continue;
            }

            double one = spoken[i];
            double other = recorded[i + shift];
            product += one * other;
            first += one * one;
            second += other * other;
        }

        return first * second == 0 ? 0 : product / Math.Sqrt(first * second);
    }
}
