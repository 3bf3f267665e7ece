using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Retention;

/// <summary>How long records are kept: its part of the graph, its use cases, and who looks for what has come to its end.</summary>
public static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        _ = services.AddOptions<RetentionOptions>()
            .BindConfiguration("Retention", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(
                options => options.AreSane(),
                "Retention: every time must be greater than zero and at most 30 days; Schedule has each Record once an agency, with 0 to 150 Years and a Source of 1 "
                    + "to 200 characters.")
            .Validate<AgencyDirectory>(
                (options, agencies) => options.Schedule.All(own => agencies.Find(new AgencyCode(own.Agency))?.Kind == RetentionSchedule.AnsweringFor(own.Record)),
                "Retention: an Agency in Schedule is no council's code, or for an Incident or a MissingEpisode no force's.")
            .ValidateOnStart();
        return services
            .AddSingleton<IGraphModule, RetentionModule>()
            .AddSingleton<RetentionFigures>()
            .AddSingleton<RetentionSchedule>()
            .AddSingleton<DueRecords>()
            .AddScoped<Erasure>()
            .AddScoped<RecordsInSight>()
            .AddScoped<IUseCase<Located<DecideRetentionInput, RetentionReviewId>>, DecideRetention>()
            .AddScoped<IUseCase<HoldToPlace>, PlaceLegalHold>()
            .AddScoped<IUseCase<Located<LiftLegalHoldInput, LegalHoldId>>, LiftLegalHold>()
            .AddHostedService<RetentionWatch>()
            .AddHostedService<LedgerKeys>();
    }
}
