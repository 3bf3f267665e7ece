using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Children;

/// <summary>Children: their part of the graph, their use cases, and matching.</summary>
public static class ChildServices
{
    public static IServiceCollection AddChildren(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, ChildModule>()
        .AddSingleton<IChildMatcher, NhsNumberMatcher>()
        .AddSingleton<IChildrenOfRecords, ChildrenOfChildRecords>()
        .AddSingleton<IChildrenOfRecords, ChildrenOfDeadlines>()
        .AddChildUseCases();
}
