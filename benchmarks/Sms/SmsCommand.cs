using System.CommandLine;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Sms;

/// <summary><c>benchmarks -- sms</c>: what goes over SMPP.</summary>
internal static class SmsCommand
{
    private static readonly RunReport Report = new(
        "sms",
        "SMS: SMPP",
        "window",
        "window-together",
        "window-processes",
        "window-together-processes"
    );

    public static Command Create()
    {
        var command = new Command("sms", "SMPP: our client and npm's, against npm's SMSC.");
        var page = new Command("report", "Renders the page anew from the stored sections.");
        page.SetAction(_ => Report.Render());
        command.Subcommands.Add(page);
        command.Subcommands.Add(WindowCommand.Create(Report));
        command.Subcommands.Add(EngineCommand.Create());
        command.Subcommands.Add(FaultCommand.Create());
        return command;
    }
}
