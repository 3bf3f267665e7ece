using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Registrations;

/// <summary>The registration of agencies: its part of the graph, its use cases, and the directory's upkeep.</summary>
public static class RegistrationServices
{
    public static IServiceCollection AddRegistrations(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, RegistrationModule>()
        .AddScoped<IUseCase<RegisterAgencyInput>, RegisterAgency>()
        .AddScoped<IUseCase<SetAgencyContactInput>, SetAgencyContact>()
        .AddHostedService<RegisteredAgencies>();
}
