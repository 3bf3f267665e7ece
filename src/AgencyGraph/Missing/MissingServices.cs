using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Receipts;

namespace AgencyGraph.Missing;

/// <summary>Missing children: their part of the graph and their use cases.</summary>
public static class MissingServices
{
    public static IServiceCollection AddMissing(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, MissingModule>()
        .AddSingleton<IChildrenOfRecords, ChildrenOfEpisodes>()
        .AddSingleton<SentEpisodes>()
        .AddSingleton<ISentRecords>(provider => provider.GetRequiredService<SentEpisodes>())
        .AddMissingUseCases();

    /// <summary>The use cases that write on episodes.</summary>
    public static IServiceCollection AddMissingUseCases(this IServiceCollection services) => services
        .AddScoped<IUseCase<MissingToReport>, ReportMissing>()
        .AddScoped<IUseCase<Located<CorrectMissingInput, MissingEpisodeId>>, CorrectMissing>()
        .AddScoped<IUseCase<Located<ReportFoundInput, MissingEpisodeId>>, ReportFound>()
        .AddScoped<IUseCase<Located<StatePlanStatusInput, MissingEpisodeId>>, StatePlanStatus>()
        .AddScoped<IUseCase<Located<RecordReturnInterviewInput, MissingEpisodeId>>, RecordReturnInterview>()
        .AddScoped<OwnEpisodes>()
        .AddScoped<EpisodeFilings>()
        .AddScoped<IRecordsOfChildren, EpisodesOfChildren>()
        .AddSingleton<IKeptRecords, KeptEpisodes>()
        .AddScoped<IReasonForTie, EpisodeToldToCouncil>()
        .AddScoped<IReasonForTie, EpisodeOfForce>();
}
