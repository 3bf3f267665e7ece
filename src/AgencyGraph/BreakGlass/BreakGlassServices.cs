using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.BreakGlass;

/// <summary>Break-glass: its part of the graph, its use cases, and who sees to it that it is reviewed.</summary>
public static class BreakGlassServices
{
    public static IServiceCollection AddBreakGlass(this IServiceCollection services)
    {
        _ = services.AddOptions<BreakGlassOptions>()
            .BindConfiguration("BreakGlass", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "BreakGlass: every time must be greater than zero, and OpenFor at most four hours.")
            .ValidateOnStart();
        return services
            .AddSingleton<IGraphModule, BreakGlassModule>()
            .AddScoped<IRecordsOfChildren, BrokenGlassOfChildren>()
            .AddSingleton<IChildrenOfRecords, ChildrenOfBrokenGlass>()
            .AddScoped<IUseCase<BreakGlassInput>, BreakTheGlass>()
            .AddScoped<IUseCase<Located<ReviewBreakGlassInput, BrokenGlassId>>, ReviewBreakGlass>()
            .AddHostedService<ReviewWatch>();
    }
}
