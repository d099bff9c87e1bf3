using System.Buffers.Binary;
using System.Numerics;

namespace Burgernet.Sip.Authentication;

/// <summary>SHA-512/256 (FIPS 180-4 §5.3.6.2, §6.7), which the framework lacks and RFC 8760 names. The constants are computed from their definition.</summary>
internal static class Sha512Of256
{
    public const int Length = 32;
    private const int BlockLength = 128;
    private const int Rounds = 80;

    /// <summary>§4.2.3: the first 64 bits of the fractional parts of the cube roots of the first eighty primes.</summary>
    private static readonly ulong[] Constants = [.. Primes(Rounds).Select(prime => RootFraction(prime, 3))];

    private static readonly ulong[] Initial = MakeInitial();

    public static void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
    {
        Span<ulong> state = stackalloc ulong[8];
        Initial.CopyTo(state);
        Run(message, state);
        for (var i = 0; i < Length / 8; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(digest[(i * 8)..], state[i]);
        }
    }

    /// <summary>§5.3.6: SHA-512 with its start values xor a5a5…, over the name of the variant.</summary>
    private static ulong[] MakeInitial()
    {
        // §5.3.5: the square roots of the first eight primes.
        ulong[] state = [.. Primes(8).Select(prime => RootFraction(prime, 2) ^ 0xa5a5a5a5a5a5a5a5)];
        Run("SHA-512/256"u8, state);
        return state;
    }

    private static void Run(ReadOnlySpan<byte> message, Span<ulong> state)
    {
        var rest = message;
        for (; rest.Length >= BlockLength; rest = rest[BlockLength..])
        {
            Block(rest, state);
        }

        // §5.1.2: a one, zeros, and the length in bits.
        Span<byte> last = stackalloc byte[2 * BlockLength];
        last.Clear();
        rest.CopyTo(last);
        last[rest.Length] = 0x80;
        var end = rest.Length + 17 <= BlockLength ? BlockLength : 2 * BlockLength;
        BinaryPrimitives.WriteUInt64BigEndian(last[(end - 8)..], (ulong)message.Length * 8);
        for (var start = 0; start < end; start += BlockLength)
        {
            Block(last[start..], state);
        }
    }

    /// <summary>§6.4.2.</summary>
    private static void Block(ReadOnlySpan<byte> block, Span<ulong> state)
    {
        Span<ulong> w = stackalloc ulong[Rounds];
        for (var t = 0; t < 16; t++)
        {
            w[t] = BinaryPrimitives.ReadUInt64BigEndian(block[(t * 8)..]);
        }

        for (var t = 16; t < Rounds; t++)
        {
            var s0 = BitOperations.RotateRight(w[t - 15], 1) ^ BitOperations.RotateRight(w[t - 15], 8) ^ (w[t - 15] >> 7);
            var s1 = BitOperations.RotateRight(w[t - 2], 19) ^ BitOperations.RotateRight(w[t - 2], 61) ^ (w[t - 2] >> 6);
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var t = 0; t < Rounds; t++)
        {
            var s1 = BitOperations.RotateRight(e, 14) ^ BitOperations.RotateRight(e, 18) ^ BitOperations.RotateRight(e, 41);
            var t1 = h + s1 + ((e & f) ^ (~e & g)) + Constants[t] + w[t];
            var s0 = BitOperations.RotateRight(a, 28) ^ BitOperations.RotateRight(a, 34) ^ BitOperations.RotateRight(a, 39);
            var t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static IEnumerable<int> Primes(int count) =>
        Enumerable.Range(2, 500).Where(n => !Enumerable.Range(2, n - 2).Any(divisor => n % divisor == 0)).Take(count);

    /// <summary>⌊frac(ⁿ√prime) · 2⁶⁴⌋ by bisection over integers.</summary>
    private static ulong RootFraction(int prime, int degree)
    {
        var target = new BigInteger(prime) << (64 * degree);
        var low = BigInteger.Zero;
        var high = new BigInteger(prime) << 64;
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (BigInteger.Pow(middle, degree) <= target)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (ulong)(low & ulong.MaxValue);
    }
}
