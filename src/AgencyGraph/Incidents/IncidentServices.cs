using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Receipts;

namespace AgencyGraph.Incidents;

/// <summary>Incidents: their part of the graph and their use cases.</summary>
public static class IncidentServices
{
    public static IServiceCollection AddIncidents(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, IncidentModule>()
        .AddSingleton<IChildrenOfRecords, ChildrenOfIncidents>()
        .AddSingleton<SentIncidents>()
        .AddSingleton<ISentRecords>(provider => provider.GetRequiredService<SentIncidents>())
        .AddIncidentUseCases();
}
