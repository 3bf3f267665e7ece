using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyGraph.Upkeep;

/// <summary>What a server does beside what it is asked: how it is repeated, and outlasts its faults.</summary>
public static class UpkeepServices
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<RecurringWork>();
    }
}
