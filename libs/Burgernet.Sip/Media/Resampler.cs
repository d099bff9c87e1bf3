namespace Burgernet.Sip.Media;

/// <summary>Brings samples to 8 kHz with a windowed-sinc low-pass below 3.8 kHz, so that nothing folds back into the voice band.</summary>
internal static class Resampler
{
    private const int TargetRate = 8_000;

    /// <summary>Zero crossings of the sinc on each side, at the target rate.</summary>
    private const int Lobes = 24;

    /// <summary>Cut-off in parts of the target's Nyquist frequency; the Blackman window's slope ends near it.</summary>
    private const double CutOff = 0.92;

    public static short[] ToEightKilohertz(ReadOnlySpan<float> samples, int rate) => Array.ConvertAll(Filter(samples, rate), Clip);

    /// <summary>The same without rounding: what rises above full scale in between is kept.</summary>
    public static float[] Filter(ReadOnlySpan<float> samples, int rate)
    {
        var count = (int)((long)samples.Length * TargetRate / rate);
        if (rate == TargetRate)
        {
            return samples.ToArray();
        }

        var result = new float[count];

        // Phases repeat after rate/gcd outputs: one kernel a phase.
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(rate, TargetRate);
        var phases = TargetRate / divisor;
        var step = rate / divisor;
        var ratio = (double)rate / TargetRate;
        var half = (int)Math.Ceiling(Lobes * ratio / CutOff);
        var kernels = new float[phases][];
        for (var i = 0; i < count; i++)
        {
            var position = (long)i * step;
            var centre = (int)(position / phases);
            var phase = (int)(position % phases);
            var kernel = kernels[phase] ??= Kernel((double)phase / phases, ratio, half);
            double sum = 0;
            for (var k = -half; k <= half + 1; k++)
            {
                var index = centre + k;
                if ((uint)index < (uint)samples.Length)
                {
                    sum += samples[index] * kernel[k + half];
                }
            }

            result[i] = (float)sum;
        }

        return result;
    }

    private static float[] Kernel(double fraction, double ratio, int half)
    {
        var kernel = new double[(2 * half) + 2];
        double total = 0;
        for (var k = -half; k <= half + 1; k++)
        {
            var x = k - fraction;
            var reach = x / (half + 1);
            if (Math.Abs(reach) >= 1)
            {
                continue;
            }

            var angle = Math.PI * x * CutOff / ratio;
            var sinc = Math.Abs(angle) < 1e-9 ? 1 : Math.Sin(angle) / angle;
            var window = 0.42 + (0.5 * Math.Cos(Math.PI * reach)) + (0.08 * Math.Cos(2 * Math.PI * reach));
            kernel[k + half] = sinc * window;
            total += kernel[k + half];
        }

        return Array.ConvertAll(kernel, value => (float)(value / total));
    }

    private static short Clip(float value) => (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue);
}
