using System.CommandLine;

namespace Burgernet.Benchmarks.Imports;

/// <summary><c>import</c>: a file of invented participants into PostgreSQL, beside a bare COPY of the same rows.</summary>
internal static class ImportCommand
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
            "import",
            "Imports invented participants from a CSV file into PostgreSQL, and copies the same ciphertext into the same tables beside it."
        )
        {
            participants,
        };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(participants);
            return new ImportMeasurement(count).Run(save: count == Country);
        });
        return command;
    }
}
