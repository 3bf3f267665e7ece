using AgencyGraph.Access;
using AgencyGraph.Commands;
using AgencyGraph.Commands.Hosting;
using AgencyGraph.Commands.Hosting.Health;
using AgencyGraph.Commands.Hosting.Logs;
using AgencyGraph.Commands.Hosting.Settings;
using AgencyGraph.Commands.Hosting.Telemetry;
using AgencyGraph.Pages.Explorer;
using AgencyGraph.Storage;
using AgencyGraph.Transport;

namespace AgencyGraph;

/// <summary>What the server is made of.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>The parts, each by its folder's one extension.</summary>
    internal static void AddParts(WebApplicationBuilder builder)
    {
        UnknownSettings.Refuse(builder.Configuration);
        DevelopmentSettings.Refuse(builder.Configuration, builder.Environment);
        GraphParts.Add(builder.Services.AddStorage(StorageSettings.Read(builder.Configuration)).AddHosting());
        _ = builder.Services
            .AddAccess(builder.Configuration, builder.Environment)
            .AddTransport()
            .AddTelemetry(builder.Configuration);
        builder.AddLogs();
    }

    /// <summary>The doors, in the order in which a request passes them.</summary>
    internal static void MapDoors(WebApplication server)
    {
        _ = server.UseEveryAnswer();
        _ = server.MapGraph();
        _ = server.MapExplorer();
        server.MapHealth();
    }
}
