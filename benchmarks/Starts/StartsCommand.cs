using System.CommandLine;

namespace Burgernet.Benchmarks.Starts;

/// <summary><c>starts</c>: from the request that starts an action to its first INVITE, in a register of the size of the country.</summary>
internal static class StartsCommand
{
    private const int Country = 1_700_000;

    public static Command Create()
    {
        var participants = new Option<int>("--participants")
        {
            DefaultValueFactory = _ => Country,
            Description = "How many; the report is written for 1,700,000 only.",
        };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 100, Description = "How many actions are measured." };
        var command = new Command(
            "starts",
            "Starts actions around ten cities and reads in the carrier's and the database's records when the first phone was called and what was durable by then."
        )
        {
            participants,
            rounds,
        };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(participants);
            return new StartsMeasurement(count, parsed.GetValue(rounds)).Run(save: count == Country);
        });
        return command;
    }
}
