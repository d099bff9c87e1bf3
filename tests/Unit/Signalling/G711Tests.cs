using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Against the decision and reconstruction values of ITU-T G.711, computed from their definition.</summary>
public sealed class G711Tests
{
    [Fact]
    public void ALaw_EverySample_TakesTheIntervalOfTheRecommendation()
    {
        // Table 1a, on the 13-bit scale doubled (4096 = full): segment s has 16 intervals of width 2·2^max(s-1,0).
        for (var sample = 0; sample <= short.MaxValue; sample++)
        {
            var value = sample >> 4;
            var (segment, first, width) = value < 16 ? (0, 0, 1) : Segment(value);
            var expected = (segment << 4) | ((value - first) / width);
            Assert.Equal((byte)((expected | 0x80) ^ 0x55), G711.ToALaw((short)sample));
            Assert.Equal((byte)(expected ^ 0x55), G711.ToALaw((short)~sample));
        }

        static (int Segment, int First, int Width) Segment(int value)
        {
            var segment = 1;
            while (value >= 16 << segment)
            {
                segment++;
            }

            return (segment, 16 << (segment - 1), 1 << (segment - 1));
        }
    }

    [Fact]
    public void MuLaw_EverySample_TakesTheIntervalOfTheRecommendation()
    {
        // Table 2a, on the 14-bit scale: decision values 31, 95, 223, 479, 991, 2015, 4063, 8159 close the segments.
        int[] ends = [31, 95, 223, 479, 991, 2015, 4063, 8159];
        for (var sample = 0; sample <= short.MaxValue; sample++)
        {
            var value = Math.Min(sample >> 2, 8_158);
            var segment = Array.FindIndex(ends, end => value < end);
            var first = segment == 0 ? -1 : ends[segment - 1];
            var expected = (segment << 4) | ((value - first) / (2 << segment));
            Assert.Equal((byte)~expected, G711.ToMuLaw((short)sample));
            Assert.Equal((byte)~(expected | 0x80), G711.ToMuLaw((short)~sample));
        }
    }

    [Fact]
    public void BothLaws_DecodedAndEncodedAgain_KeepTheCode()
    {
        for (var code = 0; code < 256; code++)
        {
            Assert.Equal((byte)code, G711.ToALaw(G711.FromALaw((byte)code)));

            // Negative zero decodes to zero and encodes as the positive one.
            Assert.Equal((byte)(code == 0x7f ? 0xff : code), G711.ToMuLaw(G711.FromMuLaw((byte)code)));
        }
    }
}
