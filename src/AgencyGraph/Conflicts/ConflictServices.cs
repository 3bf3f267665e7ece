using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Conflicts;

/// <summary>Conflicts of interest: their part of the graph and their use cases.</summary>
public static class ConflictServices
{
    public static IServiceCollection AddConflicts(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, ConflictModule>()
        .AddScoped<IUseCase<Located<DeclareConflictInput, ChildId>>, DeclareConflict>()
        .AddScoped<IUseCase<Located<EndConflictInput, ChildId>>, EndConflict>();
}
