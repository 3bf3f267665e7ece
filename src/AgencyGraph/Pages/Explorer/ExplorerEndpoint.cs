using AgencyGraph.Access;
using AgencyGraph.Agencies;

namespace AgencyGraph.Pages.Explorer;

/// <summary>The explorer: in Development, and for this machine itself. Everywhere else it is not there.</summary>
public static partial class ExplorerEndpoint
{
    public const string Path = "/explorer";

    public static IEndpointRouteBuilder MapExplorer(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            return endpoints;

        var files = new ExplorerFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "pages", "explorer"));
        var tokens = new SampleTokens(
            services.GetService<DevelopmentTokens>(),
            services.GetRequiredService<AgencyDirectory>(),
            services.GetRequiredService<TimeProvider>());
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("AgencyGraph.Pages.Explorer");
        _ = endpoints.MapGet(Path, Guarded(files.PageAsync, log));
        _ = endpoints.MapGet($"{Path}/assets/{{name}}", Guarded(files.AssetAsync, log));
        _ = endpoints.MapGet($"{Path}/callers", Guarded(tokens.ListAsync, log));
        _ = endpoints.MapPost($"{Path}/tokens", Guarded(tokens.IssueAsync, log));
        return endpoints;
    }

    private static RequestDelegate Guarded(RequestDelegate answer, ILogger log) => context =>
    {
        if (OnThisMachine.Is(context))
        {
            ExplorerHeaders.Add(context);
            return answer(context);
        }

        // As if it were not there; whoever runs the server reads the reason.
        NotShown(log, context.TraceIdentifier);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    [LoggerMessage(1500, LogLevel.Information,
        "{Request} was not shown the explorer: open it on this machine, by http://127.0.0.1 or http://localhost, past any proxy.")]
    private static partial void NotShown(ILogger log, string request);
}
