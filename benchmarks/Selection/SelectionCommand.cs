using System.CommandLine;

namespace Burgernet.Benchmarks.Selection;

/// <summary><c>selection</c>: finds people in areas by cells in memory, beside PostGIS on the same rows.</summary>
internal static class SelectionCommand
{
    private const int Country = 1_700_000;

    public static Command Create()
    {
        var participants = new Option<int>("--participants")
        {
            DefaultValueFactory = _ => Country,
            Description = "How many; the report is written for 1,700,000 only.",
        };
        var command = new Command(
            "selection",
            "Selects from circles, a province and the country, and has PostGIS do the same on the same rows."
        )
        {
            participants,
        };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(participants);
            return new SelectionMeasurement(count).Run(save: count == Country);
        });
        return command;
    }
}
