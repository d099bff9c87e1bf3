using System.CommandLine;
using System.Diagnostics;

namespace Burgernet.Benchmarks.Coordination;

/// <summary><c>coordination</c>: what grains cost each other, by simulation.</summary>
internal static class CoordinationCommand
{
    private static readonly string[] Whole = ["10000/1", "10000/4", "100000/4", "100000/16", "1000000/16"];

    /// <summary>How long a thread of the pool that has nothing to do looks for work before it sleeps. That is time of an idle silo and of no delivery.</summary>
    private const string Spinning = "DOTNET_ThreadPool_UnfairSemaphoreSpinLimit";

    public static Command Create()
    {
        var cases = new Option<string[]>("--cases")
        {
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => Whole,
            Description = "Deliveries/silos, small ones first. 2000/1 2000/2 takes half a minute.",
        };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 400, Description = "Calls a second to each silo." };
        var anySpeed = new Option<bool>("--any-speed") { Description = "For small forms: growth is no gate." };
        var save = new Option<bool>("--save") { Description = "Writes the report." };
        var command = new Command("coordination", "Real grains over several silos, phones that do not exist: processor time to a delivery.")
        {
            cases,
            rate,
            anySpeed,
            save,
        };
        command.SetAction(parsed =>
            Environment.GetEnvironmentVariable(Spinning) is null
                ? RunWithoutSpinning()
                : CoordinationMeasurement.Run(
                    Array.ConvertAll(parsed.GetValue(cases)!, one => Parse(one, parsed.GetValue(rate))),
                    parsed.GetValue(anySpeed),
                    parsed.GetValue(save)
                )
        );
        return command;
    }

    /// <summary>The runtime reads it when it starts: so this program once more, with it.</summary>
    private static async Task<int> RunWithoutSpinning()
    {
        var arguments = Environment.GetCommandLineArgs();
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(arguments[0]);
        }

        Array.ForEach(arguments[1..], start.ArgumentList.Add);
        start.Environment[Spinning] = "0";
        using var again = Process.Start(start) ?? throw new InvalidOperationException("The program did not start again");
        await again.WaitForExitAsync();
        return again.ExitCode;
    }

    private static CoordinationCase Parse(string text, int rate)
    {
        var parts = Array.ConvertAll(text.Split('/'), part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        return new CoordinationCase(parts[1], parts[0], rate);
    }
}
