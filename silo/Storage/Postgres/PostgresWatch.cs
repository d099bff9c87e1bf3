using Burgernet.Grains.Actions;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Says once that the database is away and once that it is back: every request in between knows no more than that.</summary>
internal sealed partial class PostgresWatch(StorageInstruments instruments, TimeProvider time, ILogger<PostgresWatch> logger)
{
    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(30);

    private readonly Lock _changing = new();
    private volatile bool _away;
    private long _since;
    private long _toldAt;
    private long _requests;

    /// <summary>A request went through.</summary>
    public void Answered()
    {
        if (!_away)
        {
            return;
        }

        lock (_changing)
        {
            if (_away)
            {
                _away = false;
                instruments.Answered();
                var seconds = (int)time.GetElapsedTime(_since).TotalSeconds;
                LogBack(logger, seconds, _requests);
            }
        }
    }

    /// <summary>Makes of a fault of the database what its caller is told. The fault itself stands in the log once, not with each of its callers.</summary>
    public Exception Failed(Exception fault)
    {
        var failure = PostgresFailure.Translate(fault);
        if (failure is StoreUnavailableException)
        {
            instruments.NotAnswered();
            Count(fault);
        }

        return failure;
    }

    private void Count(Exception fault)
    {
        lock (_changing)
        {
            var now = time.GetTimestamp();
            if (!_away)
            {
                (_away, _since, _toldAt, _requests) = (true, now, now, 1);
                LogAway(logger, fault);
                return;
            }

            _requests++;
            if (time.GetElapsedTime(_toldAt, now) >= Reminder)
            {
                _toldAt = now;
                var seconds = (int)time.GetElapsedTime(_since, now).TotalSeconds;
                var reason = PostgresFailure.Reason(fault);
                LogStillAway(logger, seconds, _requests, reason);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer as it should; nothing new is dialled until it does")]
    private static partial void LogAway(ILogger logger, Exception fault);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database still does not answer, since {Seconds} s; {Requests} requests were turned away. Last: {Reason}"
    )]
    private static partial void LogStillAway(ILogger logger, int seconds, long requests, string reason);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The database answers again, after {Seconds} s and {Requests} requests turned away"
    )]
    private static partial void LogBack(ILogger logger, int seconds, long requests);
}
