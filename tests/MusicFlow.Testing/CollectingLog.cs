using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MusicFlow.Testing;

/// <summary>Remembers every line that is logged.</summary>
public sealed class CollectingLog : ILoggerProvider, ILogger
{
    /// <summary>Level, text and exception of each line.</summary>
    public ConcurrentQueue<(LogLevel Level, string Text, Exception? Exception)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
