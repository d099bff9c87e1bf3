using System.CommandLine;
using System.Diagnostics;
using Burgernet.Tests.Unit.Signalling.Fuzz;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>benchmarks -- fuzz</c>: noise into the whole signalling core; it must neither throw nor grow. CI runs the same for two seconds.</summary>
internal static class FuzzCommand
{
    public static Command Create()
    {
        var inputs = new Option<long>("--inputs") { Description = "Messages.", DefaultValueFactory = _ => 10_000_000 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--messages")
        {
            Description = "Folder of *.dat messages to start from.",
            DefaultValueFactory = _ => Path.Combine("tests", "Unit", "Signalling", "Rfc4475"),
        };
        var report = new Option<string?>("--report") { Description = "File to write the result to." };
        var command = new Command("fuzz", "Broken SIP messages into the signalling core.") { inputs, seed, folder, report };
        command.Subcommands.Add(SmppFuzzCommand.Create());
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var seeds = Directory
                    .GetFiles(parsed.GetValue(folder)!, "*.dat")
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllBytes)
                    .ToArray();
                var text = Report(parsed.GetValue(inputs), parsed.GetValue(seed), seeds);
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

    private static string Report(long inputs, int seed, byte[][] seeds)
    {
        var clock = Stopwatch.StartNew();
        var result = new SignallingFuzzer(seed, seeds).Run(inputs);
        return $"""
            # Fuzz: `fuzz --inputs {inputs} --seed {seed}`

            Broken messages made from those of RFC 4475, and broken and unbroken responses and requests to the transactions and
            dialogs of calls that are placed and taken meanwhile, with session descriptions.

            {inputs} inputs: no exception; {result.Refused} refused by the parser, {result.Incoming} became calls; {result.Placed} calls
            placed, {result.Answered} answered, {result.LateAnswered} of them in the last tenth of the inputs; {result.Ended} ends told; {result.Left}
            transactions and calls left; heap {result.EarlyHeap / 1024} KiB after a tenth of the inputs, {result.MiddleHeap / 1024} KiB after half, {result.LateHeap
                / 1024} KiB at the end; {inputs / clock.Elapsed.TotalSeconds:0} inputs/s.

            """;
    }
}
