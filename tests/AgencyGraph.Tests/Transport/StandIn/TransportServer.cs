using System.Collections.Concurrent;
using AgencyGraph.Contract;
using AgencyGraph.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Transport.StandIn;

/// <summary>The transports on a real Kestrel on loopback, in front of the stand-in engine and sign-in.</summary>
internal sealed class TransportServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly LogLines log;

    private TransportServer(WebApplication app, LogLines log) => (this.app, this.log) = (app, log);

    public StandInGraph Graph => (StandInGraph)app.Services.GetRequiredService<IGraphService>();

    public StandInSignIn SignIn => (StandInSignIn)app.Services.GetRequiredService<ISignIn>();

    public string Host => new Uri(app.Urls.First()).Authority;

    public Uri Http => new($"http://{Host}/graphql");

    public Uri Stream => new($"http://{Host}/graphql/stream");

    public Uri Socket => new($"ws://{Host}/graphql");

    public IReadOnlyCollection<string> Log => log.Lines;

    public static async Task<TransportServer> StartAsync(
        TimeProvider? clock = null, Action<TransportOptions>? configure = null, params (string Key, string Value)[] settings)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        // The program's own settings lie beside the tests, and would keep from the log what these tests look for in it.
        builder.Configuration.Sources.Clear();
        _ = builder.Configuration.AddInMemoryCollection();
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        _ = builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        _ = builder.Services.AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<IGraphService, StandInGraph>().AddSingleton<ISignIn, StandInSignIn>()
            .AddTransport().Configure<TransportOptions>(options => configure?.Invoke(options));
        var app = builder.Build();
        _ = app.UseEveryAnswer();
        _ = app.MapGraph();
        await app.StartAsync();
        return new TransportServer(app, log);
    }

    public Task StopAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
