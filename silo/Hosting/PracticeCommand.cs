using System.Net.Sockets;
using Burgernet.Practice;

namespace Burgernet.Silo.Hosting;

/// <summary><c>silo -- practice</c>: the practice carrier and the practice SMS centre as a process of their own.</summary>
internal static class PracticeCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "practice";

    /// <summary>Where they listen unless told otherwise, so that a node can be pointed at them.</summary>
    private const string DefaultListen = "127.0.0.1:5070";
    private const string DefaultSmsListen = "127.0.0.1:2775";

    /// <summary>Runs until Ctrl-C or SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var node = configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions();
        var text = new NodeText(node.Language);
        var options = new PracticeOptions { Listen = DefaultListen };
        configuration.GetSection(PracticeOptions.Section).Bind(options);
        var sms = new PracticeSmsOptions { Listen = DefaultSmsListen };
        configuration.GetSection(PracticeSmsOptions.Section).Bind(sms);
        var busy = $"udp {options.Listen}";
        try
        {
            var stopped = new TaskCompletionSource();
            using var signals = new StopSignals(() => stopped.TrySetResult(), text);
            await using var carrier = PracticeCarrier.Start(options.ToCarrierOptions());
            using var trouble = new TroubleSignals(turnsAway => carrier.TurnsAway = turnsAway);
            busy = $"tcp {sms.Listen}";
            await using var centre = PracticeSmsc.Start(sms.ToSmscOptions());
            foreach (var description in new[] { centre.Describe(), carrier.Describe() })
            {
                await Console.Out.WriteLineAsync(text.Dutch ? description.Dutch : description.English);
            }

            await Console.Out.WriteLineAsync(text.PracticeRunning);
            await stopped.Task;
            return 0;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            await Console.Error.WriteLineAsync(text.PortBusy(busy));
            return 1;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            await Console.Error.WriteLineAsync(text.BadSetting(exception.Message));
            return 1;
        }
    }
}
