using Burgernet.Grains.Speech;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Speech;

public sealed class SpokenTextTests
{
    public static TheoryData<string, string> Dutch => DutchTexts.All;

    public static TheoryData<string, string> English => EnglishTexts.All;

    [Theory]
    [MemberData(nameof(Dutch))]
    public void Read_InDutch_SaysThis(string written, string said) =>
        Assert.Equal(new SpokenTextReading(said), SpokenText.Read(written, Language.Dutch));

    [Theory]
    [MemberData(nameof(English))]
    public void Read_InEnglish_SaysThis(string written, string said) =>
        Assert.Equal(new SpokenTextReading(said), SpokenText.Read(written, Language.English));

    [Theory]
    [InlineData("Rode [[jas]]", 6, "[")]
    [InlineData("Jas 🧥 rood", 5, "🧥")]
    [InlineData("🧥🧥", 1, "🧥")]
    [InlineData("Москва", 1, "М")]
    [InlineData("jan@example.org", 4, "@")]
    [InlineData("<speak>", 1, "<")]
    [InlineData("a\0", 2, "\0")]
    [InlineData("£ 5", 1, "£")]
    public void Read_CharacterWithoutSound_IsRefusedWithItsPlace(string written, int position, string character)
    {
        Assert.Equal(new SpokenTextReading("", position, character), SpokenText.Read(written, Language.Dutch));
        Assert.Equal(new SpokenTextReading("", position, character), SpokenText.Read(written, Language.English));
    }

    /// <summary>Whatever is written of what may be written: it ends, and only words and marks come out, no digit and no bracket.</summary>
    [Fact]
    public void Read_AnythingSpeakable_SaysWordsAndMarksOnly()
    {
        var characters = Gen.OneOf(Gen.Char["abcdeijnrstuxyABCDEGXYZ"], Gen.Char["0123456789"], Gen.Char["  -./:,€+'%()"]);
        characters
            .Array[0, 40]
            .Select(text => new string(text))
            .Sample(text =>
            {
                foreach (var language in Enum.GetValues<Language>())
                {
                    var words = SpokenText.Read(text, language).Words;
                    Assert.DoesNotContain(words, c => !(char.IsLetter(c) || c is ' ' or ',' or '.' or '?' or '!' or '-' or '\'' or '’'));
                    Assert.DoesNotContain("  ", words, StringComparison.Ordinal);
                }
            });
    }

    [Fact]
    public void Message_WithSentencesAround_IsOneText() =>
        Assert.Equal(
            "Dit is een oproep voor Burgernet. Vermist, kind van zeven. Bel nul negen negen, negen negen negen, nul nul, één één.",
            SpokenMessageText.Of("Dit is een oproep voor Burgernet.", "Vermist, kind van zeven", "Bel +31999990011.", Language.Dutch)
        );

    [Fact]
    public void Message_Alone_EndsWithAStop() =>
        Assert.Equal("Vermist.", SpokenMessageText.Of("", SpokenText.Read("Vermist,", Language.Dutch).Words, "", Language.Dutch));
}
