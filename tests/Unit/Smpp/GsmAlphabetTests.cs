using System.Text;
using Burgernet.Smpp.Text;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class GsmAlphabetTests
{
    private static readonly GsmAlphabet[] All = [GsmAlphabet.Default, GsmAlphabet.Turkish, GsmAlphabet.Spanish, GsmAlphabet.Portuguese];

    // 3GPP TS 23.038 §6.2.1: places that are easily got wrong.
    [Theory]
    [InlineData("@", "00")]
    [InlineData("£$¥", "010203")]
    [InlineData("èéùìòÇ", "040506070809")]
    [InlineData("Øø", "0B0C")]
    [InlineData("ÅåΔ_ΦΓΛΩΠΨΣΘΞ", "0E0F101112131415161718191A")]
    [InlineData("ÆæßÉ", "1C1D1E1F")]
    [InlineData("¤", "24")]
    [InlineData("¡", "40")]
    [InlineData("ÄÖÑÜ§¿", "5B5C5D5E5F60")]
    [InlineData("äöñüà", "7B7C7D7E7F")]
    [InlineData("\n\r", "0A0D")]
    [InlineData("€", "1B65")]
    [InlineData("^{}\\[~]|\f", "1B141B281B291B2F1B3C1B3D1B3E1B401B0A")]
    [InlineData("Bel 144!", "42656C2031343421")]
    public void Encode_KnownText_IsAsTheTableHasIt(string text, string hex)
    {
        var octets = new byte[64];
        Assert.True(GsmAlphabet.Default.TryEncode(text, octets, out var written));
        Assert.Equal(hex, Convert.ToHexString(octets, 0, written));
        Assert.Equal(text, GsmAlphabet.Default.Decode(octets.AsSpan(0, written)));
    }

    [Theory]
    [InlineData("ç")]
    [InlineData("ë")]
    [InlineData("’")]
    [InlineData("`")]
    [InlineData("\u001B")]
    [InlineData("🚨")]
    public void Encode_WhatItLacks_IsRefused(string text)
    {
        Assert.Equal(0, GsmAlphabet.Default.Septets(text[0]));
        Assert.False(GsmAlphabet.Default.TryEncode(text, new byte[16], out _));
    }

    [Theory]
    [InlineData("ğĞıİşŞç€", 1)]
    [InlineData("çÁÍÓÚáíóú€", 2)]
    [InlineData("êçÔôÁáÊÀÍÓÚÃÕÂíóúãõâΦΓΩΠΨΣΘ€", 3)]
    public void Encode_InANationalTable_RoundTrips(string text, byte language)
    {
        var alphabet = GsmAlphabet.OfShiftLanguage(language)!;
        var octets = new byte[128];
        Assert.True(alphabet.TryEncode(text, octets, out var written));
        Assert.Equal(text, alphabet.Decode(octets.AsSpan(0, written)));
        Assert.Equal(language, alphabet.ShiftLanguage);
    }

    [Fact]
    public void Decode_AnyOctets_NeverFailsAndGivesNoMoreCharacters() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, All.Length - 1])
            .Sample((octets, which) => All[which].Decode(octets).Length <= octets.Length);

    [Theory]
    [InlineData("1B", " ")]
    [InlineData("411B1B", "A ")]
    [InlineData("1B41", "A")]
    [InlineData("80FF", "\uFFFD\uFFFD")]
    public void Decode_EscapesThatLeadNowhere_ReadsThePlainTable(string hex, string text) =>
        Assert.Equal(text, GsmAlphabet.Default.Decode(Convert.FromHexString(hex)));

    [Fact]
    public void Encode_WithoutRoom_IsRefused()
    {
        Assert.False(GsmAlphabet.Default.TryEncode("ab", new byte[1], out _));
        Assert.False(GsmAlphabet.Default.TryEncode("€", new byte[1], out _));
    }

    [Theory]
    [InlineData("hellohello", "E8329BFD4697D9EC37")]
    [InlineData("1234567", "31D98C56B3DD00")]
    [InlineData("12345678", "31D98C56B3DD70")]
    public void Pack_KnownText_IsAsKnown(string text, string hex)
    {
        var packed = new byte[64];
        var length = Septets.Pack(Encoding.ASCII.GetBytes(text), packed);
        Assert.Equal(hex, Convert.ToHexString(packed, 0, length));
    }

    [Fact]
    public void Pack_AnySeptets_RoundTripsBehindAnyFillBits() =>
        Gen.Select(Gen.Byte[0, 127].Array[0, 170], Gen.Int[0, 6])
            .Sample(
                (septets, fill) =>
                {
                    var packed = new byte[Septets.PackedLength(septets.Length, fill)];
                    Assert.Equal(packed.Length, Septets.Pack(septets, packed, fill));
                    var unpacked = new byte[septets.Length];
                    Assert.Equal(septets.Length, Septets.Unpack(packed, septets.Length, unpacked, fill));
                    Assert.Equal(septets, unpacked);
                }
            );

    [Fact]
    public void Unpack_CutOff_GivesWhatIsThere() => Assert.Equal(1, Septets.Unpack([0xE8], 5, new byte[5]));

    [Theory]
    [InlineData(6, 1)]
    [InlineData(7, 0)]
    [InlineData(4, 3)]
    public void FillBits_BehindAHeader_LeadToASeptetsBorder(int octets, int bits) => Assert.Equal(bits, Septets.FillBitsBehind(octets));
}
