using System.Diagnostics;
using System.Globalization;
using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>sipp's rtp_stream as the sender, the same message to the same far side.</summary>
internal static class SippStreams
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    /// <param name="plan">How many, how long.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<StreamsRound> RunAsync(StreamsPlan plan, CancellationToken cancellation)
    {
        using var far = await FarProcess.StartAsync(plan.PacketsAStream + 16, cancellation);
        var folder = Directory.CreateTempSubdirectory("burgernet-streams-");
        try
        {
            var audio = Path.Combine(folder.FullName, "message.al");
            await File.WriteAllBytesAsync(audio, Tone.Message(plan.MessageTime).ALaw, cancellation);
            var scenario = Path.Combine(folder.FullName, "stream.xml");
            var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Load", "voice-stream.xml"), cancellation);
            await File.WriteAllTextAsync(
                scenario,
                text.Replace("@audio@", audio, StringComparison.Ordinal)
                    .Replace("@time@", plan.MessageTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                cancellation
            );
            var clock = Stopwatch.StartNew();
            using var sipp = SippProcess.Stream(far.Signalling, scenario, plan.Rate, plan.Streams);
            await Task.Delay(TimeSpan.FromSeconds((double)plan.Streams / plan.Rate) + Margin, TimeProvider.System, cancellation);
            var (before, began) = (sipp.Cpu, clock.Elapsed);
            await Task.Delay(plan.MessageTime - began - Margin, TimeProvider.System, cancellation);
            var (used, time) = (sipp.Cpu - before, clock.Elapsed - began);
            await sipp.WaitAsync(cancellation);
            return new StreamsRound(
                "sipp rtp_stream",
                plan.Streams,
                plan.PacketsAStream,
                await far.ReportAsync(cancellation),
                used / time,
                used.TotalMicroseconds / (plan.Streams * time.TotalMilliseconds / PacketTime.Usual),
                Bytes: null
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
