using System.CommandLine;

namespace Burgernet.Benchmarks.Coordination;

/// <summary><c>coordination</c>: what grains cost each other, by simulation.</summary>
internal static class CoordinationCommand
{
    private static readonly string[] Whole = ["10000/1", "10000/4", "100000/4", "100000/16", "1000000/16"];

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
            CoordinationMeasurement.Run(
                Array.ConvertAll(parsed.GetValue(cases)!, one => Parse(one, parsed.GetValue(rate))),
                parsed.GetValue(anySpeed),
                parsed.GetValue(save)
            )
        );
        return command;
    }

    private static CoordinationCase Parse(string text, int rate)
    {
        var parts = Array.ConvertAll(text.Split('/'), part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        return new CoordinationCase(parts[1], parts[0], rate);
    }
}
