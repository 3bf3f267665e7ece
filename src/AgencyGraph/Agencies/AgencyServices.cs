using AgencyGraph.Storage;

namespace AgencyGraph.Agencies;

/// <summary>Registers the directory of agencies and its rows.</summary>
public static class AgencyServices
{
    public static IServiceCollection AddAgencies(this IServiceCollection services)
        => services.AddSingleton<AgencyDirectory>().AddSingleton<IReferenceData, AgencyRows>();
}
