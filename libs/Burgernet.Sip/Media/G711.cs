namespace Burgernet.Sip.Media;

/// <summary>ITU-T G.711 companding of 16-bit linear samples, computed segment by segment as the recommendation's tables define.</summary>
internal static class G711
{
    /// <summary>The code of a sample of 0.</summary>
    public const byte ALawSilence = 0xD5;

    /// <summary>The code of a sample of 0.</summary>
    public const byte MuLawSilence = 0xFF;

    private static readonly byte[] ALawOfMuLaw = Table(static code => ToALaw(FromMuLaw(code)));
    private static readonly byte[] MuLawOfALaw = Table(static code => ToMuLaw(FromALaw(code)));

    /// <summary>Changes samples of one law into the other, in place.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="toALaw">From µ-law to A-law; else from A-law to µ-law.</param>
    public static void ToOtherLaw(Span<byte> samples, bool toALaw)
    {
        var table = toALaw ? ALawOfMuLaw : MuLawOfALaw;
        foreach (ref var sample in samples)
        {
            sample = table[sample];
        }
    }

    /// <summary>A-law (table 1 of G.711): 13 bits, sign and magnitude, even bits inverted.</summary>
    public static byte ToALaw(short sample)
    {
        // Negative values take one's complement, so that -1 is the first value below zero.
        var sign = sample >= 0 ? 0x80 : 0;
        var magnitude = (sample >= 0 ? sample : ~sample) >> 4;
        var code = magnitude;
        if (magnitude > 15)
        {
            var exponent = 1;
            while (magnitude > 31)
            {
                magnitude >>= 1;
                exponent++;
            }

            code = (exponent << 4) | (magnitude & 15);
        }

        return (byte)((code | sign) ^ 0x55);
    }

    /// <summary>µ-law (table 2 of G.711): 14 bits, biased by 33, all bits inverted.</summary>
    public static byte ToMuLaw(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(((sample < 0 ? ~sample : sample) >> 2) + 33, 0x1fff);
        var exponent = 0;
        for (var high = magnitude >> 6; high > 0; high >>= 1)
        {
            exponent++;
        }

        var code = (exponent << 4) | ((magnitude >> (exponent + 1)) & 15);
        return (byte)~(code | sign);
    }

    public static short FromALaw(byte code)
    {
        var value = code ^ 0x55;
        var exponent = (value >> 4) & 7;
        var magnitude = ((value & 15) << 4) + 8;
        if (exponent > 0)
        {
            magnitude = (magnitude + 0x100) << (exponent - 1);
        }

        return (short)((value & 0x80) != 0 ? magnitude : -magnitude);
    }

    public static short FromMuLaw(byte code)
    {
        var value = ~code;
        var exponent = (value >> 4) & 7;
        var magnitude = ((((value & 15) << 3) + 0x84) << exponent) - 0x84;
        return (short)((value & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static byte[] Table(Func<byte, byte> change) => [.. Enumerable.Range(0, 256).Select(code => change((byte)code))];
}
