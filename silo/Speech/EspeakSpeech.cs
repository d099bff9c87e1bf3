using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Burgernet.Grains.Speech;
using Burgernet.Participants;
using Burgernet.Sip.Media;
using Burgernet.Speech;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Speech;

/// <summary>Speaks by espeak-ng, a process for each message: its words come in over standard input, never on the command line, where others on the machine could read them.</summary>
internal sealed partial class EspeakSpeech(IOptions<SpeechOptions> options, TimeProvider time, ILogger<EspeakSpeech> logger)
    : ISpeech,
        IDisposable
{
    /// <summary>Where the loudest sample stands, in decibels of full scale: loud, and clear of clipping on whatever lies behind.</summary>
    public const double PeakDecibels = -3;

    /// <summary>What is quieter in parts of full scale is no speech.</summary>
    private const double Silence = 0.01;

    /// <summary>Three minutes at the 22,050 Hz that espeak-ng has; the API's limit for a message is far below it.</summary>
    private const int MostOutput = 8_000_000;

    /// <summary>Some forty messages of half a minute.</summary>
    private const long MostCached = 20_000_000;

    /// <summary>With the longest time limit it stays below the ten seconds that a call between grains may take.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _free = new(options.Value.AtOnce);
    private readonly SpeechCache _cache = new(MostCached);

    public Task<SpeechOutcome> Speak(string words, Language language)
    {
        var key = KeyOf(words, language);

        // Away from the caller's scheduler: resampling takes milliseconds of a processor.
        return _cache.Find(key) is { } sound ? Task.FromResult(sound) : Task.Run(() => SpeakInTurn(key, words, language));
    }

    public void Dispose() => _free.Dispose();

    private async Task<SpeechOutcome> SpeakInTurn(string key, string words, Language language)
    {
        if (!await _free.WaitAsync(LongestWait))
        {
            return SpeechOutcome.Without(SpeechProblemCode.Busy);
        }

        try
        {
            if (_cache.Find(key) is { } meanwhile)
            {
                return meanwhile;
            }

            var began = time.GetTimestamp();
            using var stop = new CancellationTokenSource(options.Value.TimeLimit, time);
            var run = await ProgramRun.Of(
                options.Value.Program,
                Arguments(language),
                Encoding.UTF8.GetBytes(words),
                MostOutput,
                stop.Token
            );
            var outcome = OutcomeOf(run);
            if (outcome.Problem is { } problem)
            {
                LogNotSpoken(logger, options.Value.Program, problem, run.ExitCode, time.GetElapsedTime(began).TotalSeconds);
            }
            else
            {
                _cache.Keep(key, outcome);
            }

            return outcome;
        }
        finally
        {
            _free.Release();
        }
    }

    private static SpeechOutcome OutcomeOf(ProgramRun run)
    {
        switch (run.Outcome)
        {
            case ProgramOutcome.Missing:
                return SpeechOutcome.Without(SpeechProblemCode.ProgramMissing);
            case ProgramOutcome.Failed:
                return SpeechOutcome.Without(SpeechProblemCode.ProgramFailed);
            case ProgramOutcome.OutOfTime:
                return SpeechOutcome.Without(SpeechProblemCode.ProgramSlow);
            case ProgramOutcome.TooMuch:
                return SpeechOutcome.Without(SpeechProblemCode.SoundTooLong);
            default:
                var error = TelephoneWave.TryMake(run.Output.Span, PeakDecibels, out var sound);
                return error == WaveError.None && sound!.Peak >= Silence
                    ? new SpeechOutcome(sound.Wave.ToArray(), sound.Duration)
                    : SpeechOutcome.Without(SpeechProblemCode.SoundUnusable);
        }
    }

    // -b 1: UTF-8, whatever the locale is.
    private IEnumerable<string> Arguments(Language language) =>
        ["-v", options.Value.VoiceOf(language), "-s", Speed, "-b", "1", "--stdin", "--stdout"];

    private string Speed => options.Value.WordsPerMinute.ToString(CultureInfo.InvariantCulture);

    /// <summary>A hash of all that the sound depends on.</summary>
    private string KeyOf(string words, Language language) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\0', language, options.Value.VoiceOf(language), Speed, options.Value.Program, words))
            )
        );

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Program} spoke no message: {Problem} (exit code {ExitCode}, after {Seconds:0.00} s)"
    )]
    private static partial void LogNotSpoken(ILogger logger, string program, SpeechProblemCode problem, int exitCode, double seconds);
}
