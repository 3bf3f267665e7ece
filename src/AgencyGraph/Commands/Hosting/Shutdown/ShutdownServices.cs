using Microsoft.Extensions.Options;

namespace AgencyGraph.Commands.Hosting.Shutdown;

/// <summary>How the server goes.</summary>
internal static class ShutdownServices
{
    public static IServiceCollection AddShutdown(this IServiceCollection services)
    {
        _ = services.AddOptions<ShutdownOptions>()
            .BindConfiguration("Shutdown")
            .Validate(options => options.IsSane(), "Shutdown: Notice may not be less than zero, and Wait must be more.")
            .ValidateOnStart();
        _ = services.AddOptions<HostOptions>()
            .Configure<IOptions<ShutdownOptions>>((host, shutdown) => host.ShutdownTimeout = shutdown.Value.Wait);
        return services.AddSingleton<Departure>().AddSingleton<IHostLifetime, SignalledLifetime>();
    }
}
