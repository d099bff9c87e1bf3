using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class SegmentTests
{
    /// <summary>Plain, escaped, accented, beyond the first plane.</summary>
    private static readonly string[] Pieces = ["a", "Z", " ", "€", "[", "é", "ë", "’", "中", "🚨", "👧🏽", "\n"];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 400]
        .Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    private static readonly Gen<string> PlainTexts = Gen.Int[0, 5]
        .Array[0, 700]
        .Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    private static readonly Gen<SegmentOptions> Options = Gen.Select(
        Gen.Enum<SegmentMethod>(),
        Gen.Bool,
        Gen.Bool,
        (method, latin1, turkish) =>
            new SegmentOptions
            {
                Method = method,
                AllowsLatin1 = latin1,
                Alphabet = turkish ? GsmAlphabet.Turkish : GsmAlphabet.Default,
                MaxSegments = 255,
            }
    );

    public static TheoryData<string, int, TextEncoding, int, int> Known =>
        new()
        {
            // text, times, encoding, units, segments
            { "", 1, TextEncoding.Gsm7, 0, 1 },
            { "a", 160, TextEncoding.Gsm7, 160, 1 },
            { "a", 161, TextEncoding.Gsm7, 161, 2 },
            { "a", 306, TextEncoding.Gsm7, 306, 2 },
            { "a", 307, TextEncoding.Gsm7, 307, 3 },
            { "€", 80, TextEncoding.Gsm7, 160, 1 },
            { "€", 81, TextEncoding.Gsm7, 162, 2 },
            // 153 is odd: each segment holds 76 of them and a gap.
            { "€", 153, TextEncoding.Gsm7, 306, 3 },
            { "ç", 70, TextEncoding.Ucs2, 70, 1 },
            { "ç", 71, TextEncoding.Ucs2, 71, 2 },
            { "ç", 134, TextEncoding.Ucs2, 134, 2 },
            { "ç", 135, TextEncoding.Ucs2, 135, 3 },
            { "🚨", 35, TextEncoding.Ucs2, 70, 1 },
            // 67 is odd: 33 pairs and a gap.
            { "🚨", 67, TextEncoding.Ucs2, 134, 3 },
        };

    [Theory]
    [MemberData(nameof(Known))]
    public void Measure_KnownText_CountsAsHandsetsDo(string text, int times, TextEncoding encoding, int units, int segments)
    {
        var measure = SegmentCounter.Measure(string.Concat(Enumerable.Repeat(text, times)));
        Assert.Equal((encoding, units, segments), (measure.Encoding, measure.Units, measure.Segments));
    }

    [Theory]
    [InlineData(SegmentMethod.Header8, 153, 67)]
    [InlineData(SegmentMethod.Header16, 152, 66)]
    [InlineData(SegmentMethod.Sar, 152, 66)]
    [InlineData(SegmentMethod.Payload, 153, 67)]
    public void Measure_ByMethod_LeavesRoomForItsHeader(SegmentMethod method, int septets, int units)
    {
        var options = new SegmentOptions { Method = method };
        Assert.Equal(septets, SegmentCounter.Measure(new string('a', 200), options).UnitsPerSegment);
        Assert.Equal(units, SegmentCounter.Measure(new string('ç', 200), options).UnitsPerSegment);
    }

    [Fact]
    public void Measure_OneCurlyQuoteThatDoublesTheSms_OffersTheStraightOne()
    {
        var text = "Burgernet: kind vermist, meisje van 8 jaar, rode jas, blauwe tas, ’s middags gezien bij het station. Bel 144 of 112.";
        var measure = SegmentCounter.Measure(text);

        Assert.Equal((TextEncoding.Ucs2, 2), (measure.Encoding, measure.Segments));
        Assert.Equal(["’"], measure.Forcing);
        Assert.Equal((text.Replace('’', '\''), 1), (measure.Offer, measure.OfferedSegments));
    }

    [Theory]
    [InlineData("korte tekst met ë")]
    [InlineData("gewone tekst")]
    public void Measure_WhereNothingIsSaved_OffersNothing(string text) => Assert.Null(SegmentCounter.Measure(text).Offer);

    [Fact]
    public void Measure_WithAnEmoji_OffersNothing()
    {
        var measure = SegmentCounter.Measure("🚨" + new string('a', 100) + "ë");
        Assert.Null(measure.Offer);
        Assert.Equal(["🚨", "ë"], measure.Forcing);
    }

    [Theory]
    [InlineData("ë", "e")]
    [InlineData("Š", "S")]
    [InlineData("…", "...")]
    [InlineData("–", "-")]
    [InlineData("„", "\"")]
    [InlineData("\u00A0", " ")]
    [InlineData("ﬁ", "fi")]
    [InlineData("Ĳ", "IJ")]
    [InlineData("é", "é")]
    [InlineData("Ж", null)]
    [InlineData("🚨", null)]
    public void Transliteration_OfACharacter_IsWhatComesNearest(string character, string? expected) =>
        Assert.Equal(expected, Transliteration.InSevenBits(character.EnumerateRunes().First(), GsmAlphabet.Default));

    [Fact]
    public void Cut_AnyText_HasAsManySegmentsAsMeasuredAndReadsBack() =>
        Gen.Select(Gen.OneOf(Texts, PlainTexts), Options, Gen.UShort)
            .Sample(
                (text, options, reference) =>
                {
                    var measure = SegmentCounter.Measure(text, options);
                    var segments = MessageSegments.Cut(text, reference, options);
                    Assert.Equal(options.Method == SegmentMethod.Payload ? 1 : measure.Segments, segments.Count);
                    var assembler = new MessageAssembler(TimeProvider.System, TimeSpan.FromMinutes(1));
                    AssembledMessage? whole = null;
                    foreach (var segment in segments.Reverse())
                    {
                        Assert.Null(whole);
                        whole = assembler.Take(Pdu(segment));
                        Assert.True(segment.ShortMessage.Length <= 254);
                    }

                    Assert.Equal(text, whole!.Text);
                    Assert.Equal(0, assembler.Waiting);
                },
                iter: 1_500
            );

    [Fact]
    public void Cut_AnyText_NeverHalvesAnEscapeOrAPair() =>
        Gen.Select(Texts, Options)
            .Sample(
                (text, options) =>
                {
                    foreach (var segment in MessageSegments.Cut(text, 1, options))
                    {
                        var part = MessageText.Decode(Pdu(segment), out _);
                        Assert.False(part.Length > 0 && char.IsLowSurrogate(part[0]));
                        Assert.False(part.Length > 0 && char.IsHighSurrogate(part[^1]));
                        Assert.False(
                            !segment.ShortMessage.IsEmpty
                                && segment.DataCoding == DataCoding.SmscDefault
                                && segment.ShortMessage.Span[^1] == GsmAlphabet.Escape
                        );
                    }
                },
                iter: 1_500
            );

    [Fact]
    public void Cut_BeyondWhatIsAllowed_IsRefused()
    {
        var failure = Assert.Throws<ArgumentException>(() => MessageSegments.Cut(new string('a', 2_000), 1));
        Assert.Contains("14 SMS; 10 are allowed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_TwoSegments_HasTheHeaderOfTheSpecification()
    {
        var segments = MessageSegments.Cut(new string('a', 161), 0x1234);
        Assert.Equal("050003340201", Convert.ToHexString(segments[0].ShortMessage.Span[..6]));
        Assert.Equal(EsmClass.UserDataHeader, segments[0].EsmClass);
        var wide = MessageSegments.Cut(new string('a', 161), 0x1234, new SegmentOptions { Method = SegmentMethod.Header16 });
        Assert.Equal("06080412340202", Convert.ToHexString(wide[1].ShortMessage.Span[..7]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05")]
    [InlineData("0500030102")]
    [InlineData("0100")]
    [InlineData("020005")]
    public void UserDataHeader_ThatRunsPastItsEnd_IsNone(string hex) =>
        Assert.False(UserDataHeader.TryRead(Convert.FromHexString(hex), out _));

    [Theory]
    [InlineData("0500030A0200")]
    [InlineData("0500030A0203")]
    [InlineData("092202DEAD0003010101AA")]
    public void UserDataHeader_WithElementsThatDoNotCount_IsReadAll(string hex)
    {
        Assert.True(UserDataHeader.TryRead(Convert.FromHexString(hex), out var header));
        Assert.False(header.IsCut);
    }

    private static MessagePdu Pdu(MessageSegment segment) =>
        new()
        {
            EsmClass = segment.EsmClass,
            DataCoding = segment.DataCoding,
            ShortMessage = segment.ShortMessage.Span,
            Tlvs = new TlvList(segment.Tlvs.Span),
            Source = new AddressField(TypeOfNumber.International, NumberingPlan.Isdn, "31991005678"u8),
        };
}
