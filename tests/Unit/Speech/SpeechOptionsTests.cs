using System.ComponentModel.DataAnnotations;
using Burgernet.Silo.Speech;
using Xunit;

namespace Burgernet.Tests.Unit.Speech;

public sealed class SpeechOptionsTests
{
    [Fact]
    public void Options_AsTheyCome_AreFine() => Assert.Empty(Faults(new SpeechOptions()));

    [Fact]
    public void Options_ThatCannotBeRight_AreNamed()
    {
        Assert.Equal("Program", Assert.Single(Faults(new SpeechOptions { Program = "/nowhere/espeak-ng" })));
        Assert.Equal("Program", Assert.Single(Faults(new SpeechOptions { Program = "" })));
        Assert.Equal("WordsPerMinute", Assert.Single(Faults(new SpeechOptions { WordsPerMinute = 400 })));
        Assert.Equal("DutchVoice", Assert.Single(Faults(new SpeechOptions { DutchVoice = "-w/etc/passwd" })));
        Assert.Equal("EnglishVoice", Assert.Single(Faults(new SpeechOptions { EnglishVoice = "en gb" })));
        Assert.Equal("TimeLimit", Assert.Single(Faults(new SpeechOptions { TimeLimit = TimeSpan.FromMinutes(1) })));
        Assert.Equal("AtOnce", Assert.Single(Faults(new SpeechOptions { AtOnce = 0 })));
    }

    private static IEnumerable<string> Faults(SpeechOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames);
    }
}
