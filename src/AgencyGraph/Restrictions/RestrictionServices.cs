using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Restrictions;

/// <summary>Restrictions of records to named workers: their part of the graph and their use cases.</summary>
public static class RestrictionServices
{
    public static IServiceCollection AddRestrictions(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, RestrictionModule>()
        .AddScoped<IUseCase<RestrictionStep<RestrictRecordInput>>, RestrictRecord>()
        .AddScoped<IUseCase<RestrictionStep<LiftRestrictionInput>>, LiftRestriction>();
}
