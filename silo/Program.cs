using Burgernet.Silo.Hosting;

return args is [PracticeCommand.Name, .. var rest] ? await PracticeCommand.Run(rest) : await NodeProgram.Run(args);
