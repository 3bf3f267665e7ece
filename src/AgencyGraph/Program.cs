using AgencyGraph.Access;
using AgencyGraph.AccessHistory;
using AgencyGraph.Agencies;
using AgencyGraph.BreakGlass;
using AgencyGraph.Children;
using AgencyGraph.Commands;
using AgencyGraph.Commands.Hosting;
using AgencyGraph.Commands.Hosting.Health;
using AgencyGraph.Commands.Hosting.Logs;
using AgencyGraph.Commands.Hosting.Settings;
using AgencyGraph.Commands.Hosting.Telemetry;
using AgencyGraph.Conflicts;
using AgencyGraph.Contract;
using AgencyGraph.Enrolments;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Ledger;
using AgencyGraph.Missing;
using AgencyGraph.Pages.Explorer;
using AgencyGraph.Receipts;
using AgencyGraph.Referrals;
using AgencyGraph.Registrations;
using AgencyGraph.Restrictions;
using AgencyGraph.Retention;
using AgencyGraph.Storage;
using AgencyGraph.Suspensions;
using AgencyGraph.Timeliness;
using AgencyGraph.Transport;
using AgencyGraph.Upkeep;

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
        AddGraph(builder.Services.AddStorage(StorageSettings.Read(builder.Configuration)).AddHosting());
        _ = builder.Services
            .AddAccess(builder.Configuration, builder.Environment)
            .AddTransport()
            .AddTelemetry(builder.Configuration);
        builder.AddLogs();
    }

    /// <summary>The parts of which the graph is made: enough to print the contract, with no database and no settings.</summary>
    internal static void AddGraph(IServiceCollection services) => _ = services
        .AddAgencies()
        .AddLedger()
        .AddUpkeep()
        .AddFeed()
        .AddTimeliness()
        .AddContract()
        .AddSuspensions()
        .AddReceipts()
        .AddChildren()
        .AddIncidents()
        .AddMissing()
        .AddReferrals()
        .AddRestrictions()
        .AddRegistrations()
        .AddEnrolments()
        .AddConflicts()
        .AddBreakGlass()
        .AddAccessHistory()
        .AddRetention();

    /// <summary>The doors, in the order in which a request passes them.</summary>
    internal static void MapDoors(WebApplication server)
    {
        _ = server.UseEveryAnswer();
        _ = server.MapGraph();
        _ = server.MapExplorer();
        server.MapHealth();
    }
}
