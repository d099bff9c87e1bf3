using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>The far side of the RTP runs, in a process of its own: answers every call and counts what arrives.</summary>
internal static class FarSide
{
    /// <summary>Calls that tshark watches.</summary>
    public const int Watched = 100;

    private const int LateMicroseconds = 40_000;

    /// <summary>Prints its ports; then, for each line that comes in, what it counted; ends when no more come.</summary>
    /// <param name="packets">Most packets a stream whose moments are kept.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<int> RunAsync(int packets, CancellationToken cancellation)
    {
        using var audio = new FarAudio(packets);
        using var signalling = new FarSignalling(audio, Watched);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{signalling.EndPoint.Port} {audio.Numbers[0]}"));
        while (await Console.In.ReadLineAsync(cancellation) is not null)
        {
            audio.Look();
            Console.WriteLine(JsonSerializer.Serialize(Report(audio, signalling)));
        }

        return 0;
    }

    private static FarReport Report(FarAudio audio, FarSignalling signalling)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var streams = audio.Streams;
        var whole = signalling.Calls.Where(call => call is { IsOver: true, IsAcknowledged: true }).ToList();
        var lateness = streams.SelectMany(stream => stream.Lateness).ToArray();
        Array.Sort(lateness);
        var jitters = streams.Select(stream => stream.MeanJitter).ToArray();
        var gaps = streams.Select(stream => stream.LargestGap).Order().ToArray();
        return new FarReport
        {
            Calls = signalling.Calls.Count,
            Whole = whole.Count,
            PacketsOfCalls = whole.CountBy(call => call.Packets).ToDictionary(),
            Streams = streams.Count,
            Packets = streams.Sum(stream => stream.Packets),
            Lost = streams.Sum(stream => stream.Expected - stream.Packets),
            Disordered = streams.Sum(stream => stream.Disordered),
            Control = audio.Control,
            Strange = audio.Strange,
            LatenessHalf = At(lateness, 0.5),
            Lateness99 = At(lateness, 0.99),
            Lateness999 = At(lateness, 0.999),
            LatenessMost = At(lateness, 1),
            Late = lateness.LongCount(late => late > LateMicroseconds),
            SkippedMilliseconds = streams.Sum(stream => stream.SkippedMilliseconds),
            JitterMean = jitters.DefaultIfEmpty().Average() / 1_000,
            JitterWorstStream = jitters.DefaultIfEmpty().Max() / 1_000,
            JitterMost = streams.Select(stream => stream.MostJitter).DefaultIfEmpty().Max() / 1_000,
            GapHalf = gaps.Length == 0 ? 0 : gaps[gaps.Length / 2] / 1_000.0,
            GapMost = gaps.Length == 0 ? 0 : gaps[^1] / 1_000.0,
            Cpu = cpu,
        };
    }

    private static double At(int[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] / 1_000.0;
}
