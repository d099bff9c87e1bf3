using System.Net.Sockets;
using Burgernet.Grains.Actions;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>What a fault of PostgreSQL means to whoever asked.</summary>
internal static class PostgresFailure
{
    /// <summary>Whether it is a fault of the database or of the way to it; else one of the code that uses it.</summary>
    public static bool IsOfTheDatabase(Exception exception) =>
        exception
            is NpgsqlException
                or TimeoutException
                or SocketException
                or IOException
                or ObjectDisposedException
                or OperationCanceledException;

    /// <summary>The exception that a store throws instead.</summary>
    public static Exception Translate(Exception exception) =>
        exception is PostgresException { SqlState: var state } && IsRefusal(state)
            ? new StoreConflictException("What was to be written breaks a rule of the database; nothing of it was stored", exception)
            : new StoreUnavailableException($"The database did not answer as it should: {Reason(exception)}");

    /// <summary>The fault in a few words, without values: the innermost cause, or what the server says.</summary>
    public static string Reason(Exception exception) =>
        exception is PostgresException { SqlState: var state, MessageText: var text }
            ? $"{text} ({state})"
            : exception.GetBaseException().Message;

    /// <summary>Whether the connection was lost: the server went away, or a connection of the pool had been closed long before.</summary>
    public static bool IsLostConnection(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        || (exception is NpgsqlException && exception.InnerException is IOException or SocketException);

    /// <summary>Whether a database turned the data down, class 22 (data) or 23 (integrity constraint): the same again is turned down again.</summary>
    public static bool IsRefusal(string sqlState) =>
        sqlState.StartsWith("22", StringComparison.Ordinal) || sqlState.StartsWith("23", StringComparison.Ordinal);
}
