using System.CommandLine;
using System.Diagnostics;
using Burgernet.Tests.Unit.Smpp;
using Burgernet.Tests.Unit.Smpp.Fuzz;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>benchmarks -- fuzz smpp</c>: broken PDUs into the codec; it must not throw. CI runs the same for a second.</summary>
internal static class SmppFuzzCommand
{
    public static Command Create()
    {
        var inputs = new Option<long>("--inputs") { Description = "PDUs.", DefaultValueFactory = _ => 10_000_000 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var report = new Option<string?>("--report") { Description = "File to write the result to." };
        var command = new Command("smpp", "Broken PDUs into the SMPP codec.") { inputs, seed, report };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var text = Report(parsed.GetValue(inputs), parsed.GetValue(seed));
                Console.WriteLine(text);
                if (parsed.GetValue(report) is { } file)
                {
                    await File.WriteAllTextAsync(file, text, cancellation);
                }

                return 0;
            }
        );
        return command;
    }

    private static string Report(long inputs, int seed)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var count = new CodecFuzzer(seed, SamplePdus.ForFuzz).Run(inputs);
        var elapsed = clock.Elapsed;
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return $"""
            # Fuzz: `fuzz smpp --inputs {inputs} --seed {seed}`

            One PDU of each kind, receipts, and segments of each method, each with one to five wounds: octets changed, cut out and put in, pieces of
            other PDUs, an early end; three of four with a length that fits again, so that their fields are read. What reads as a message is
            decoded, put together with its segments, read as a receipt, written and read again.

            {inputs} inputs: no exception; {count.Read} PDUs read, {count.Refused} refused; {count.Messages} messages whole, {count.Receipts} receipts,
            {count.Waiting} waiting for segments at the end (256 at most); heap {before / 1024} KiB before, {after / 1024} KiB after; {inputs
                / elapsed.TotalSeconds:0} inputs/s.

            """;
    }
}
