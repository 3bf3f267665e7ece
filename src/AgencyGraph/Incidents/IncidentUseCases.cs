using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Incidents;

/// <summary>The use cases that write on incidents.</summary>
public static class IncidentUseCases
{
    public static IServiceCollection AddIncidentUseCases(this IServiceCollection services) => services
        .AddScoped<IUseCase<IncidentToRecord>, RecordIncident>()
        .AddScoped<IUseCase<Located<CorrectIncidentInput, IncidentId>>, CorrectIncident>()
        .AddScoped<IUseCase<Located<ShareIncidentInput, IncidentId>>, ShareIncident>()
        .AddScoped<IUseCase<Located<WithholdIncidentInput, IncidentId>>, WithholdIncident>()
        .AddScoped<OwnIncidents>()
        .AddScoped<IncidentFiling>()
        .AddScoped<IRecordsOfChildren, IncidentsOfChildren>()
        .AddSingleton<IKeptRecords, KeptIncidents>()
        .AddScoped<IReasonForTie, SharedIncident>()
        .AddScoped<IReasonForTie, RecordedIncident>();
}
