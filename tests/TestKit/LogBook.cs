using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Burgernet.TestKit;

/// <summary>Keeps all that is logged, as text.</summary>
public sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>All of it, a line for each entry.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>Every entry so far.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    /// <inheritdoc/>
    public void Dispose() { }
}
