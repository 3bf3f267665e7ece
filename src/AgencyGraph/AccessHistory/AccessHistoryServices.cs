using AgencyGraph.AccessHistory.Indexing;
using AgencyGraph.AccessHistory.SubjectReports;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory;

/// <summary>Who was shown what of a child, for whoever answers for it: read from the ledger, told, watched, and answered to its subject.</summary>
public static class AccessHistoryServices
{
    public static IServiceCollection AddAccessHistory(this IServiceCollection services)
    {
        _ = services.AddOptions<AccessHistoryOptions>()
            .BindConfiguration("AccessHistory", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "AccessHistory: LookEvery must be greater than zero, numbers 0 or more, and hours 0 to 24, from before to.")
            .ValidateOnStart();
        return services
            .AddSingleton<IGraphModule, AccessHistoryModule>()
            .AddSingleton<IGraphModule, SubjectReportModule>()
            .AddScoped<IUseCase<Located<OpenSubjectReportInput, ChildId>>, OpenSubjectReport>()
            .AddScoped<IUseCase<Located<DecideSubjectReportInput, SubjectReportId>>, DecideSubjectReport>()
            .AddSingleton<Readings>()
            .AddSingleton<AccessTable>()
            .AddSingleton<AlertRules>()
            .AddSingleton<AccessIndexer>()
            .AddHostedService(provider => provider.GetRequiredService<AccessIndexer>());
    }
}
