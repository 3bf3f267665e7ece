using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyGraph.Feed;

/// <summary>The feed's services. They need an <c>IDbContextFactory&lt;AgencyDb&gt;</c>, its <c>IStorageEngine</c>, the upkeep, and the configuration.</summary>
public static class FeedServices
{
    public static IServiceCollection AddFeed(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<FeedOptions>()
            .BindConfiguration("Feed", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "Feed: RetentionDays must be 1 to 36500, and every time greater than zero.")
            .ValidateOnStart();
        services.AddSingleton<FeedAppender>();
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<SlotMarkers>();
        services.AddSingleton<DatabaseContact>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<UpdateLedger>();
        services.AddSingleton<FanOut>();
        services.AddSingleton<PumpPulse>();
        services.AddSingleton<SpareThreads>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<StreamSource>();
        services.AddSingleton<WrittenFrames>();
        services.AddSingleton<HandedCursors>();
        services.AddSingleton(provider => new UpdateStreams(
            provider.GetRequiredService<FeedReader>(), provider.GetRequiredService<StreamSource>(), provider.GetRequiredService<WrittenFrames>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<FeedPump>();
        services.AddHostedService<FeedPurge>();
        services.AddHostedService<StreamRounds>();
        return services;
    }
}
