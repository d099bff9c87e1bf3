using System.CommandLine;

namespace Burgernet.Benchmarks.Live;

/// <summary><c>live</c>: from an act of a dispatcher until everybody who watches the action sees it.</summary>
internal static class LiveCommand
{
    private const int Watchers = 200;

    public static Command Create()
    {
        var watchers = new Option<int>("--watchers")
        {
            DefaultValueFactory = _ => Watchers,
            Description = "How many live views are open; the report is written for 200 only.",
        };
        var command = new Command("live", "Opens live views of one action and measures how long after an act each of them shows it.")
        {
            watchers,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var count = parsed.GetValue(watchers);
                return await new LiveMeasurement(count).Run(save: count == Watchers);
            }
        );
        return command;
    }
}
