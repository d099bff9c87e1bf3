using System.CommandLine;
using Burgernet.Benchmarks.Away;
using Burgernet.Benchmarks.Chaos;
using Burgernet.Benchmarks.Coordination;
using Burgernet.Benchmarks.Imports;
using Burgernet.Benchmarks.Lines;
using Burgernet.Benchmarks.Live;
using Burgernet.Benchmarks.Load;
using Burgernet.Benchmarks.Micro;
using Burgernet.Benchmarks.Scale;
using Burgernet.Benchmarks.Selection;
using Burgernet.Benchmarks.Sms;
using Burgernet.Benchmarks.Starts;
using Burgernet.Benchmarks.Storage;

// Each measurement is a command; it writes its report under benchmarks/results and fails where a gate does not hold.
var root = new RootCommand("Measures Burgernet and writes reports under benchmarks/results.")
{
    MicroCommand.Create(),
    VoiceCommand.Create(),
    FuzzCommand.Create(),
    LinesCommand.Create(),
    StoreCommand.Create(),
    ImportCommand.Create(),
    SelectionCommand.Create(),
    SmsCommand.Create(),
    AwayCommand.Create(),
    ChaosCommand.Create(),
    StartsCommand.Create(),
    LiveCommand.Create(),
    CoordinationCommand.Create(),
    ScaleCommand.Create(),
    ScaleCommand.CreateRate(),
    ScaleCommand.CreateJoin(),
    ScaleCommand.CreateStop(),
};
return await root.Parse(args).InvokeAsync();
