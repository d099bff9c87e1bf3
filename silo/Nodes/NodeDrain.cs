using System.Reflection;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Nodes;
using Burgernet.Nodes;
using Burgernet.Silo.Hosting;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Nodes;

/// <summary>Takes the node out of work and puts it back: by order of an operator, and when it stops. Any thread.</summary>
/// <remarks>
/// No new call; what rings is cancelled and called again by others; who answered hears the message out, within the grace; callers of the call-back line
/// likewise. Then what others can do as well is handed to them: webhooks, imports, actions and their lanes. After that nothing depends on this node but its cells,
/// which whoever asks next reads anew.
/// </remarks>
internal sealed partial class NodeDrain(
    IGrainFactory grains,
    ILocalSiloDetails silo,
    CallBackDesk callBacks,
    CarrierList carriers,
    HandOver handOver,
    NodeState state,
    NodeClock clock,
    IHostApplicationLifetime lifetime,
    IOptions<NodeOptions> node,
    ILogger<NodeDrain> logger
) : INodeControl
{
    /// <summary>The version that this node runs.</summary>
    public static readonly string Version =
        typeof(NodeDrain).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private readonly Lock _changing = new();
    private Task _drain = Task.CompletedTask;
    private bool _exit;

    private IEnumerable<IDialerGrain> Dialers =>
        carriers.All.Select(carrier =>
            Burgernet.Grains.Dialing.Dialers.Of(grains, DialerKey.Of(carrier.Name, silo.SiloAddress.ToParsableString()), carrier.Medium)
        );

    public NodeReport Report() => new(state.Status, Version, state.DrainingSince, clock.Offset);

    public void BeginDrain(bool exit, Actor actor)
    {
        lock (_changing)
        {
            _exit |= exit;
            LogOrdered(logger, actor.ControlRoom, actor.Dispatcher, exit);
            Begin();
            if (exit)
            {
                // Whoever is told to drain may have been told without it before.
                _ = ExitAfter(_drain);
            }
        }
    }

    public async Task Undrain(Actor actor)
    {
        lock (_changing)
        {
            if (!state.TryUndrain())
            {
                return;
            }

            _exit = false;
        }

        LogUndrained(logger, actor.ControlRoom, actor.Dispatcher);
        callBacks.Undrain();
        await Task.WhenAll(Dialers.Select(dialer => dialer.Start()));
    }

    /// <summary>The node stops: returns when it is drained, or the grace is over.</summary>
    public Task ForStop()
    {
        lock (_changing)
        {
            state.Stopping();
            Begin();
            return _drain;
        }
    }

    private void Begin()
    {
        if (state.TryDrain())
        {
            _drain = Drain(state.DrainingSince!.Value);
        }
    }

    private async Task Drain(DateTimeOffset began)
    {
        // Not on the thread that ordered it, nor under its lock.
        await Task.Yield();
        var grace = node.Value.StopGrace;
        try
        {
            await Task.WhenAll(Dialers.Select(dialer => dialer.Drain(grace)).Append(callBacks.Drain(grace)));
            await handOver.Run();
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            // Calls that are cut here are claims of a dead dialer at the next start.
            LogCut(logger, exception);
        }

        if (state.TryDrained(began))
        {
            LogDrained(logger);
        }
    }

    private async Task ExitAfter(Task drain)
    {
        await drain;
        if (Volatile.Read(ref _exit))
        {
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{ControlRoom}/{Dispatcher} drains this node (and it stops then: {Exit})")]
    private static partial void LogOrdered(ILogger logger, string controlRoom, string dispatcher, bool exit);

    [LoggerMessage(Level = LogLevel.Information, Message = "{ControlRoom}/{Dispatcher} puts this node to work again")]
    private static partial void LogUndrained(ILogger logger, string controlRoom, string dispatcher);

    [LoggerMessage(Level = LogLevel.Information, Message = "The node is drained: it holds no call and starts none")]
    private static partial void LogDrained(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The node is drained while calls are under way")]
    private static partial void LogCut(ILogger logger, Exception exception);
}
