using System.Security.Cryptography;
using System.Text;
using Burgernet.Grains.Dossier;
using Xunit;

namespace Burgernet.Tests.Unit.Dossier;

public sealed class SignedHeadTests
{
    /// <summary>An auditor's program was written after docs/actions.md: these bytes never change.</summary>
    [Fact]
    public void Bytes_OfAHead_StandAsDocumented()
    {
        var act = SignedHead.ActOf("stop-1", "ab");
        Assert.Equal(SHA256.HashData([0, 0, 0, 6, .. "stop-1"u8, 0, 0, 0, 2, .. "ab"u8]), act);
        var bytes = SignedHead.Bytes(
            new Guid("00112233-4455-6677-8899-aabbccddeeff"),
            7,
            Enumerable.Repeat((byte)0xAA, 32).ToArray(),
            1_764_111_600_123_456,
            act,
            "2026-1"
        );
        var expected = string.Concat(
            Convert.ToHexStringLower(Encoding.ASCII.GetBytes("burgernet-head-1")),
            "00112233445566778899aabbccddeeff",
            "0000000000000007",
            string.Concat(Enumerable.Repeat("aa", 32)),
            1_764_111_600_123_456.ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
            Convert.ToHexStringLower(act),
            "00000006",
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes("2026-1"))
        );
        Assert.Equal(expected, Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void Act_OfNoRequest_IsZeros() => Assert.Equal(new byte[32], SignedHead.ActOf(null, null));

    [Fact]
    public void Pseudonyms_HideAndShow_AreEachOthersInverse()
    {
        var pseudonyms = new Pseudonyms(RandomNumberGenerator.GetBytes(Pseudonyms.KeyLength), Guid.NewGuid());
        var person = Guid.NewGuid();
        var hidden = pseudonyms.HideIn($"3.{person:D}.2")!;
        Assert.DoesNotContain(person.ToString("N"), hidden, StringComparison.Ordinal);
        Assert.Equal($"3.{person:D}.2", pseudonyms.ShowIn(hidden));
        Assert.NotEqual(pseudonyms.Of(person), new Pseudonyms(new byte[32], Guid.NewGuid()).Of(person), StringComparer.Ordinal);
    }
}
