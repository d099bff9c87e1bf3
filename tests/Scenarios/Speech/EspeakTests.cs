using System.Globalization;
using System.Runtime.Versioning;
using Burgernet.Grains.Speech;
using Burgernet.Participants;
using Burgernet.Silo.Speech;
using Burgernet.Speech;
using Burgernet.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Scenarios.Speech;

/// <summary>espeak-ng, which we did not write, and programs that only pretend.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EspeakTests
{
    private const string Dutch = "Dit is een oproep voor Burgernet. Vermist, kind van zeven, rode jas.";
    private const string English = "This is a call for Burgernet. Missing, a child of seven, red coat.";
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.5);

    [Theory]
    [InlineData(Language.Dutch, Dutch)]
    [InlineData(Language.English, English)]
    public async Task Speak_WithEspeak_IsSpeechOnATelephone(Language language, string words)
    {
        Peers.Require("espeak-ng", "espeak-ng");
        using var speech = Speech(new SpeechOptions());
        var outcome = await speech.Speak(words, language);
        Assert.Null(outcome.Problem);
        Assert.InRange(outcome.Duration.TotalSeconds, 4, 9);

        var samples = WaveFile.ReadSamples(outcome.Wave);
        Assert.Equal(outcome.Duration.TotalSeconds, samples.Length / 8_000.0, 3);
        Assert.InRange(samples.Max(sample => Math.Abs((int)sample)) / (double)short.MaxValue, 0.70, 0.715);
        Assert.Same(outcome, await speech.Speak(words, language));

        using var faster = Speech(new SpeechOptions { WordsPerMinute = 200 });
        Assert.True((await faster.Speak(words, language)).Duration < outcome.Duration, "200 words a minute took no less time than 140");
    }

    /// <summary>What the rules make of plates and figures comes out longer than nothing: no word is lost on the way.</summary>
    [Fact]
    public async Task Speak_PlateOfEveryLetter_IsHeard()
    {
        Peers.Require("espeak-ng", "espeak-ng");
        using var speech = Speech(new SpeechOptions());
        foreach (var plate in new[] { "AB-CD-12", "EF-GH-34", "IJ-KL-56", "MN-OP-78", "QR-ST-90", "UV-WX-12", "YZ-12-AB" })
        {
            var spoken = await speech.Speak(SpokenText.Read(plate, Language.Dutch).Words, Language.Dutch);
            Assert.Null(spoken.Problem);
            Assert.InRange(spoken.Duration.TotalSeconds, 4, 12);
        }
    }

    [Fact]
    public async Task Speak_VoiceThatIsNotThere_Fails()
    {
        Peers.Require("espeak-ng", "espeak-ng");
        Assert.Equal(SpeechProblemCode.ProgramFailed, await Problem(new SpeechOptions { DutchVoice = "xx" }));
    }

    [Fact]
    public async Task Speak_WithoutTheProgram_SaysThatItIsMissing() =>
        Assert.Equal(SpeechProblemCode.ProgramMissing, await Problem(new SpeechOptions { Program = "no-such-espeak-ng" }));

    [Theory]
    [InlineData("exit 1", SpeechProblemCode.ProgramFailed)]
    [InlineData("cat >/dev/null; kill -9 $$", SpeechProblemCode.ProgramFailed)]
    [InlineData("sleep 600", SpeechProblemCode.ProgramSlow)]
    [InlineData("sleep 600 & wait", SpeechProblemCode.ProgramSlow)]
    [InlineData("exec >&-; sleep 600", SpeechProblemCode.ProgramSlow)]
    [InlineData("cat /dev/zero", SpeechProblemCode.SoundTooLong)]
    [InlineData("cat /dev/zero >&2", SpeechProblemCode.ProgramSlow)]
    [InlineData("echo Hallo", SpeechProblemCode.SoundUnusable)]
    [InlineData("exit 0", SpeechProblemCode.SoundUnusable)]
    public async Task Speak_ByAProgramThatOnlyPretends_IsRefusedAndNothingIsLeftRunning(string script, SpeechProblemCode expected)
    {
        using var folder = new TemporaryFolder();
        var options = new SpeechOptions { Program = Script(folder, $"export BURGERNET_TEST={folder.Path}\n{script}"), TimeLimit = Short };

        // Who floods gets the time it takes to flood.
        options.TimeLimit = expected == SpeechProblemCode.SoundTooLong ? TimeSpan.FromSeconds(7) : Short;
        Assert.Equal(expected, await Problem(options));
        await Eventually.Holds("everything that the program started was gone", () => !IsRunning(folder.Path), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Speak_SoundWithoutSpeech_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var silence = Path.Combine(folder.Path, "silence.wav");
        await File.WriteAllBytesAsync(silence, WaveFile.Silence(TimeSpan.FromSeconds(1)), TestContext.Current.CancellationToken);
        var problem = await Problem(new SpeechOptions { Program = Script(folder, $"cat >/dev/null; cat {silence}") });
        Assert.Equal(SpeechProblemCode.SoundUnusable, problem);
    }

    /// <summary>What is said stands on no command line, and the program gets all of it.</summary>
    [Fact]
    public async Task Speak_Words_GoInOverStandardInputOnly()
    {
        using var folder = new TemporaryFolder();
        var (heard, told) = (Path.Combine(folder.Path, "heard"), Path.Combine(folder.Path, "told"));
        await Problem(new SpeechOptions { Program = Script(folder, $"cat >{heard}; echo \"$@\" >{told}") });
        Assert.Equal(Dutch, await File.ReadAllTextAsync(heard, TestContext.Current.CancellationToken));
        Assert.Equal("-v nl -s 140 -b 1 --stdin --stdout\n", await File.ReadAllTextAsync(told, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Speak_MoreThanMayRunAtOnce_AreToldToComeBack()
    {
        using var folder = new TemporaryFolder();
        using var speech = Speech(
            new SpeechOptions
            {
                Program = Script(folder, "sleep 600"),
                TimeLimit = TimeSpan.FromSeconds(2.5),
                AtOnce = 1,
            }
        );
        var outcomes = await Task.WhenAll(speech.Speak("een", Language.Dutch), speech.Speak("twee", Language.Dutch));
        Assert.Equal(
            [SpeechProblemCode.ProgramSlow, SpeechProblemCode.Busy],
            outcomes.Select(outcome => outcome.Problem).OfType<SpeechProblemCode>().Order()
        );
    }

    private static EspeakSpeech Speech(SpeechOptions options) =>
        new(Options.Create(options), TimeProvider.System, NullLogger<EspeakSpeech>.Instance);

    private static async Task<SpeechProblemCode?> Problem(SpeechOptions options)
    {
        using var speech = Speech(options);
        var outcome = await speech.Speak(Dutch, Language.Dutch);
        Assert.Empty(outcome.Wave);
        return outcome.Problem;
    }

    private static string Script(TemporaryFolder folder, string body)
    {
        var file = Path.Combine(folder.Path, "speak");
        File.WriteAllText(file, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    /// <summary>Whether a process has this on its command line or in its environment.</summary>
    private static bool IsRunning(string mark) =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
            .Any(folder =>
                Read(folder, "cmdline").Contains(mark, StringComparison.Ordinal)
                || Read(folder, "environ").Contains(mark, StringComparison.Ordinal)
            );

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is somebody else's.
            return "";
        }
    }
}
