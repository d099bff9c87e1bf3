using Burgernet.Grains.Actions;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

/// <summary>The golden hashes were computed by another program (Python's hashlib), from the description in <see cref="HashChain"/>.</summary>
public sealed class HashChainTests
{
    private const string Data = """{"description":"Vermist: jongen, 8 jaar, blauwe jas – Schalkhaar"}""";

    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456);

    [Fact]
    public void Next_GoldenEntries_HaveTheHashesOfTheStoredForm()
    {
        var first = HashChain.Next(HashChain.Origin, 1, At, "drafted", "deventer", "d-17", Data);
        Assert.Equal("a146873278ad2055d0b3b2e223438797e60ae6486f9855368a4b9ade1c879b6c", Convert.ToHexStringLower(first));
        var second = HashChain.Next(first, 2, HashChain.Time(1_772_366_401_000_000), "selected", "", "", "{}");
        Assert.Equal("ca2ebb37c363b5de4aa063eb84232f7110c31f90702004cff029435ad400b38c", Convert.ToHexStringLower(second));
    }

    [Fact]
    public void Next_SameMomentInAnotherZone_HasTheSameHash() => Assert.Equal(Hash(At), Hash(At.ToOffset(TimeSpan.FromHours(2))));

    [Fact]
    public void Next_TextMovedBetweenMembers_HasAnotherHash() =>
        Assert.NotEqual(
            HashChain.Next(HashChain.Origin, 1, At, "ab", "c", "", ""),
            HashChain.Next(HashChain.Origin, 1, At, "a", "bc", "", "")
        );

    [Fact]
    public void Chain_AnyByteFlipped_IsFound() =>
        Gen.Select(Gen.String[Gen.Char[' ', '~'], 1, 30].Array[1, 8], Gen.Int[0, 1_000_000])
            .Sample(
                (texts, flip) =>
                {
                    var entries = Chain(texts);
                    Assert.Equal(-1, FirstBroken(entries));
                    var victim = flip % entries.Length;
                    entries[victim] = Flip(entries[victim], flip);
                    Assert.InRange(FirstBroken(entries), 0, victim + 1);
                }
            );

    [Fact]
    public void Now_AnyClock_IsWhatTheStoreGivesBack()
    {
        var time = new FakeTimeProvider(At.AddTicks(7));
        Assert.Equal(At, HashChain.Now(time));
        Assert.Equal(At, HashChain.Time(HashChain.Microseconds(HashChain.Now(time))));
    }

    private static byte[] Hash(DateTimeOffset at) => HashChain.Next(HashChain.Origin, 1, at, "drafted", "deventer", "d-17", Data);

    private static ChainEntry[] Chain(string[] texts)
    {
        var entries = new ChainEntry[texts.Length];
        var head = HashChain.Origin;
        for (var i = 0; i < texts.Length; i++)
        {
            var hash = HashChain.Next(head, i + 1, At, "type", "room", "who", texts[i]);
            entries[i] = new ChainEntry(i + 1, At, "type", "room", "who", texts[i], head, hash);
            head = hash;
        }

        return entries;
    }

    private static int FirstBroken(ChainEntry[] entries)
    {
        var head = HashChain.Origin;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var hash = HashChain.Next(head, entry.Sequence, entry.At, entry.Type, entry.Room, entry.Who, entry.Data);
            if (!entry.Previous.AsSpan().SequenceEqual(head) || !entry.Hash.AsSpan().SequenceEqual(hash))
            {
                return i;
            }

            head = entry.Hash;
        }

        return -1;
    }

    private static ChainEntry Flip(ChainEntry entry, int flip) =>
        (flip / 8 % 8) switch
        {
            0 => entry with { Sequence = entry.Sequence ^ 1 },
            1 => entry with { At = entry.At.AddMicroseconds(1) },
            2 => entry with { Type = Flip(entry.Type, flip) },
            3 => entry with { Room = Flip(entry.Room, flip) },
            4 => entry with { Who = Flip(entry.Who, flip) },
            5 => entry with { Previous = Flip(entry.Previous, flip) },
            6 => entry with { Hash = Flip(entry.Hash, flip) },
            _ => entry with { Data = Flip(entry.Data, flip) },
        };

    private static string Flip(string text, int flip)
    {
        var letters = text.ToCharArray();
        letters[flip % letters.Length] ^= (char)1;
        return new string(letters);
    }

    private static byte[] Flip(byte[] bytes, int flip)
    {
        var copy = bytes.ToArray();
        copy[flip % copy.Length] ^= (byte)(1 << (flip % 8));
        return copy;
    }

    private sealed record ChainEntry(
        long Sequence,
        DateTimeOffset At,
        string Type,
        string Room,
        string Who,
        string Data,
        byte[] Previous,
        byte[] Hash
    );
}
