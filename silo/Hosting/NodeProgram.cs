using System.Net.Sockets;
using Burgernet.Grains.Actions;
using Burgernet.Silo.Borders;
using Burgernet.Silo.Dossier;
using Burgernet.Silo.Participants;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Hosting;

/// <summary>The node as a program: starts it, or says in one sentence why not.</summary>
internal static class NodeProgram
{
    /// <summary>Runs until it is stopped.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        var text = new NodeText(new NodeOptions().Language);
        try
        {
            var builder = NodeBuilder.Create(args);
            text = new NodeText(
                builder.Configuration.GetSection(NodeOptions.Section).Get<NodeOptions>()?.Language ?? new NodeOptions().Language
            );
            if (NodeBuilder.BusyAddress(builder.Configuration) is { } busy)
            {
                await Console.Error.WriteLineAsync(text.PortBusy(busy));
                return 1;
            }

            await using var app = NodeBuilder.Build(builder);
            using var signals = new StopSignals(app.Lifetime.StopApplication, text);
            await app.RunAsync();
            return 0;
        }
        catch (StorageProblemException exception)
        {
            await Console.Error.WriteLineAsync(text.StorageProblem(exception.Problem, exception.Subject));
        }
        catch (StoreUnavailableException exception)
        {
            await Console.Error.WriteLineAsync(text.StorageProblem(StorageProblem.Unreachable, exception.Message));
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync(text.BadSetting(string.Join(" ", exception.Failures)));
        }
        catch (BorderFileException exception)
        {
            await Console.Error.WriteLineAsync(text.BadSetting(exception.Message, exception.Dutch));
        }
        catch (DossierKeyException exception)
        {
            await Console.Error.WriteLineAsync(text.BadSetting(exception.Text(text.Dutch)));
        }
        catch (RegisterProblemException exception)
        {
            await Console.Error.WriteLineAsync(text.BadSetting(RegisterText.Of(exception, text.Dutch)));
        }
        catch (Exception exception) when (exception is NodeSettingException or FormatException)
        {
            await Console.Error.WriteLineAsync(text.BadSetting(exception.Message));
        }
        catch (Exception exception) when (IsAddressInUse(exception))
        {
            await Console.Error.WriteLineAsync(text.PortBusy(exception.Message));
        }

        return 1;
    }

    private static bool IsAddressInUse(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
            {
                return true;
            }
        }

        return false;
    }
}
