using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>voice max</c>: the largest rate without a failure, ours and sipp's own.</summary>
internal static class VoiceMax
{
    private const double Growth = 1.3;
    private const double Retreat = 0.8;
    private const int MaxUnanswered = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public static Command Create(RunReport report)
    {
        var from = new Option<int>("--from") { Description = "First rate tried, calls a second.", DefaultValueFactory = _ => 10_000 };
        var round = new Option<int>("--round") { Description = "Seconds a try.", DefaultValueFactory = _ => 3 };
        var hold = new Option<int>("--hold")
        {
            Description = "Seconds that the largest must hold (beyond 64·T1 = 32 s).",
            DefaultValueFactory = _ => 40,
        };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("max", "The largest rate of calls without a failure, ours and sipp's own.") { from, round, hold, save };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var seconds = parsed.GetValue(hold);
                var ours = await FindAsync(
                    parsed.GetValue(from),
                    parsed.GetValue(round),
                    seconds,
                    (rate, length) => VoiceSignalling.OursAsync(rate, length, warmSeconds: 2, Patience, cancellation, MaxUnanswered)
                );
                var sipp = await FindAsync(
                    parsed.GetValue(from),
                    parsed.GetValue(round),
                    seconds,
                    (rate, length) => VoiceSignalling.SippAsync(rate, length, Patience, cancellation)
                );
                return report.Write(Section(ours, sipp, seconds), parsed.GetValue(save));
            }
        );
        return command;
    }

    /// <summary>Climbs until a call fails, then holds four fifths of the last good rate, a fifth less each time that it does not hold.</summary>
    private static async Task<List<SignallingRound>> FindAsync(int from, int round, int hold, Func<int, int, Task<SignallingRound>> run)
    {
        var rounds = new List<SignallingRound>();
        var rate = from;
        for (var best = 0; ; rate = (int)(rate * Growth))
        {
            rounds.Add(await run(rate, round));
            Console.Error.WriteLine($"{rounds[^1].Caller} {rate}: {rounds[^1].Failed} failed, {rounds[^1].Rate:0}/s");
            if (!rounds[^1].IsSustained(rate))
            {
                rate = (int)((best == 0 ? rate : best) * Retreat);
                break;
            }

            best = rate;
        }

        for (var tries = 0; tries < 4; tries++, rate = (int)(rate * Retreat))
        {
            rounds.Add(await run(rate, hold));
            Console.Error.WriteLine($"{rounds[^1].Caller} {rate} held: {rounds[^1].Failed} failed, {rounds[^1].Rate:0}/s");
            if (rounds[^1].IsSustained(rate))
            {
                break;
            }
        }

        return rounds;
    }

    private static RunSection Section(List<SignallingRound> ours, List<SignallingRound> sipp, int seconds)
    {
        var (best, yardstick) = (ours[^1], sipp[^1]);
        return new RunSection
        {
            Name = "max",
            Title = "Largest rate",
            Command = "voice max",
            Method =
                $"As above, each caller by itself: tries of a few seconds, three tenths more each time, until a call fails; then four fifths of the last good rate for {seconds} s, a fifth less "
                + $"each time that it does not hold. The last row of each caller is what it holds. Both sides share two cores. Up to {MaxUnanswered} INVITEs may be unanswered.",
            Columns = VoiceRate.Columns,
            Rows = [.. ours.Select(VoiceRate.Row), .. sipp.Select(VoiceRate.Row)],
            Gates =
            [
                new(
                    "ours held without a failure",
                    "reported",
                    Text($"{best.Rate:0} calls/s, {best.Failed} failed"),
                    best.Failed == 0,
                    IsGoal: true
                ),
            ],
            Notes =
            [
                Text(
                    $"At {best.Rate:0} calls/s our process took {Share(best.CpuMicroseconds, best)} of a core and the answering sipp {Share(best.FarMicroseconds, best)}; at sipp's own {yardstick.Rate:0} calls/s the calling sipp took {Share(yardstick.CpuMicroseconds, yardstick)} and the answering one {Share(yardstick.FarMicroseconds, yardstick)}. sipp is one thread: whichever of these is near 100 % is what limits."
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["callsPerSecond"] = best.Rate,
                ["failed"] = best.Failed,
                ["sippCallsPerSecond"] = yardstick.Rate,
                ["sippFailed"] = yardstick.Failed,
            },
        };
    }

    private static string Share(double microseconds, SignallingRound round) => Text($"{microseconds * round.Rate / 1e4:0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
