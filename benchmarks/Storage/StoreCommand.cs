using System.CommandLine;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Storage;

/// <summary><c>benchmarks -- store</c>: what the stores of lanes take, on SQLite and on a PostgreSQL of its own.</summary>
internal static class StoreCommand
{
    private static readonly RunReport Report = new("store", "Stores: what a lane writes", "lanes");

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "Length of each measurement.", DefaultValueFactory = _ => 2 };
        var writers = new Option<int[]>("--writers")
        {
            Description = "Numbers of writing connections to PostgreSQL to compare.",
            DefaultValueFactory = _ => [1, 2],
            AllowMultipleArgumentsPerToken = true,
        };
        var save = new Option<bool>("--save") { Description = "Store the section and render benchmarks/results/store.md." };
        var command = new Command("store", "Claims, reports and selections through the lane store of each provider.")
        {
            seconds,
            writers,
            save,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var run = new StoreRun(TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(writers)!);
                return Report.Write(await run.Run(), parsed.GetValue(save));
            }
        );
        return command;
    }
}
