using System.Collections.Concurrent;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.CallBacks;

/// <summary>Takes this node's callers: who they are, what they hear, and what is stored of it. Any thread.</summary>
internal sealed partial class CallBackDesk(
    ICallBackStore store,
    PersonalSeal seal,
    IGrainFactory grains,
    ILocalSiloDetails silo,
    CallBackInstruments instruments,
    IOptions<CallBackOptions> options,
    TimeProvider time,
    ILogger<CallBackDesk> logger
)
{
    /// <summary>How long something is offered to an action that cannot store it.</summary>
    private static readonly TimeSpan StorePatience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, CallerLines> _lines = new(StringComparer.Ordinal);
    private volatile bool _draining;
    private int _sessions;

    public CallBackOptions Options => options.Value;

    public CallBackInstruments Instruments => instruments;

    public TimeProvider Time => time;

    /// <summary>Serves a caller until the call is over.</summary>
    /// <param name="call">The call, not answered yet.</param>
    /// <param name="carrier">By which carrier it came.</param>
    public async Task Take(ICallerCall call, CarrierOptions carrier)
    {
        if (_draining || !carrier.TakesCallBacks(Options) || Volatile.Read(ref _sessions) >= Options.MostCallers)
        {
            Refuse(call, carrier, 480);
            return;
        }

        Interlocked.Increment(ref _sessions);
        try
        {
            await new CallBackSession(call, carrier, this).Run();
        }
        catch (Exception exception)
        {
            // Whatever the reason: nobody is left on a line that nobody serves.
            LogFailed(logger, exception);
            call.HangUp();
        }
        finally
        {
            Interlocked.Decrement(ref _sessions);
        }
    }

    /// <summary>Turns a call down.</summary>
    public void Refuse(ICallerCall call, CarrierOptions carrier, int status)
    {
        instruments.Refused(carrier.Name, status);
        call.Reject(status);
    }

    /// <summary>Takes nobody more, and returns when nobody is left, or the time is up.</summary>
    public async Task Drain(TimeSpan grace)
    {
        _draining = true;
        var began = time.GetTimestamp();
        while (_draining && Volatile.Read(ref _sessions) > 0 && time.GetElapsedTime(began) < grace)
        {
            await Task.Delay(StorePause / 10, time);
        }
    }

    /// <summary>Takes callers again.</summary>
    public void Undrain() => _draining = false;

    /// <summary>The lines of a carrier that this node's callers hold.</summary>
    public CallerLines Lines(CarrierOptions carrier) =>
        _lines.GetOrAdd(
            carrier.Name,
            name => new CallerLines(
                (held, wanted) => grains.GetGrain<ICarrierGrain>(name).LeaseForCallers(silo.SiloAddress.ToParsableString(), held, wanted),
                time,
                logger
            )
        );

    /// <summary>What a number is to hear: the message of the action that concerned its participant last; null for nobody, nothing, or when it cannot be known now.</summary>
    public async Task<FoundCaller?> Find(string? number, CarrierOptions carrier)
    {
        if (number is null || PhonePolicy.Normal(number) is not { } phone)
        {
            return null;
        }

        try
        {
            foreach (var concerned in await store.Find(seal.Phone(phone), carrier.Practice))
            {
                if (
                    carrier.Serves(concerned.ControlRoom)
                    && await Action(concerned).MessageForCaller(concerned.ParticipantId, concerned.Language) is { } message
                )
                {
                    return new FoundCaller(concerned, message);
                }
            }
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OrleansException or TimeoutException)
        {
            // They called to hear something or to say something: the second is still possible.
            LogNotFound(logger, exception);
        }

        return null;
    }

    public IActionGrain Action(ConcernedAction concerned) => grains.GetGrain<IActionGrain>(concerned.ActionId);

    /// <summary>Offers something to an action until it is stored, or a minute has passed.</summary>
    public async Task Store(ConcernedAction concerned, Func<IActionGrain, Task<bool>> what)
    {
        for (var began = time.GetTimestamp(); ; await Task.Delay(StorePause, time))
        {
            try
            {
                await what(Action(concerned));
                return;
            }
            catch (Exception exception) when (exception is StoreUnavailableException or OrleansException or TimeoutException)
            {
                if (time.GetElapsedTime(began) >= StorePatience)
                {
                    instruments.Lost();
                    LogLost(logger, exception, concerned.ActionId, concerned.ParticipantId);
                    return;
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a caller is to hear could not be found out: they are put through")]
    private static partial void LogNotFound(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Action {ActionId} could not store that participant {ParticipantId} called back")]
    private static partial void LogLost(ILogger logger, Exception exception, Guid actionId, Guid participantId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A caller could not be served")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
