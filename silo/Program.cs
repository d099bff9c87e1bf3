using Burgernet.Silo.Hosting;
using Burgernet.Silo.Nodes;

return args switch
{
    [PracticeCommand.Name, .. var rest] => await PracticeCommand.Run(rest),
    [InventCommand.Name, .. var rest] => await InventCommand.Run(rest),
    [MigrateCommand.Name, .. var rest] => await MigrateCommand.Run(rest),
    [AnalystRoleCommand.Name] => await AnalystRoleCommand.Run(),
    [VerifyCommand.Name, .. var rest] => await VerifyCommand.Run(rest),
    [NodesCommand.List or NodesCommand.Drain or NodesCommand.Undrain, .. var rest] => await NodesCommand.Run(args[0], rest),
    _ => await NodeProgram.Run(args),
};
