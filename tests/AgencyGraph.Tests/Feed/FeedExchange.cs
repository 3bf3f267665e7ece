using AgencyGraph.Children;
using AgencyGraph.Feed;
using AgencyGraph.Ledger;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Feed;

/// <summary>The feed on a real database, with its pump running.</summary>
internal sealed class FeedExchange : IAsyncDisposable
{
    /// <summary>Bookmarks have tests of their own.</summary>
    private static readonly IConfiguration Settings
        = new ConfigurationBuilder().AddInMemoryCollection([new("Feed:BookmarkEvery", "01:00:00")]).Build();

    private readonly ServiceProvider services;

    private FeedExchange(FeedDatabase database, TimeProvider clock)
    {
        Database = database;
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Alarms))
            .AddSingleton(clock)
            .AddSingleton<IConfiguration>(Settings)
            .AddSingleton<IDbContextFactory<AgencyDb>>(Database)
            .AddSingleton(Database.Engine)
            .AddSingleton<IDisclosureLedger>(Ledger)
            .AddUpkeep()
            .AddFeed()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FeedDatabase Database { get; }

    public KeptLedger Ledger { get; } = new();

    public LogKeeper Alarms { get; } = new();

    public SlotMarkers Markers => services.GetRequiredService<SlotMarkers>();

    public UpdateStreams Streams => services.GetRequiredService<UpdateStreams>();

    public FeedPurge Purge => services.GetServices<IHostedService>().OfType<FeedPurge>().Single();

    public LiveStreams Live => services.GetRequiredService<LiveStreams>();

    public FeedAppender Appender => services.GetRequiredService<FeedAppender>();

    public static async Task<FeedExchange> StartAsync(DatabaseKind kind, TimeProvider? clock = null)
    {
        var exchange = new FeedExchange(await FeedDatabase.CreateAsync(kind), clock ?? TimeProvider.System);
        foreach (var hosted in exchange.services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        await exchange.services.GetRequiredService<LiveStreams>().Started.WaitAsync(TimeSpan.FromSeconds(30));
        return exchange;
    }

    public Task RecordAsync(params FeedDraft[] drafts) => RecordAsync(drafts, [], () => true);

    public Task TieAsync(params Relationship[] ties) => RecordAsync([], ties, () => true);

    /// <param name="isToCommit">Asked while the transaction holds the database alone.</param>
    public async Task RecordAsync(IReadOnlyList<FeedDraft> drafts, IReadOnlyList<Relationship> ties, Func<bool> isToCommit)
    {
        await using var db = Database.CreateDbContext();
        await using var transaction = await Database.Engine.BeginWriteAsync(db, CancellationToken.None);
        db.AddRange(ties.Select(tie => tie.ChildId).Distinct().Select(child => new Child { Id = child, RecordedAt = DateTime.UnixEpoch }));
        db.AddRange(ties);
        _ = await db.SaveChangesAsync();
        await Appender.AppendAsync(db, drafts, CancellationToken.None);
        if (!isToCommit())
            return;

        await transaction.CommitAsync(CancellationToken.None);
        services.GetRequiredService<FeedSignal>().Wake();
    }

    public async Task RaisePolicyEpochAsync(bool isToCommit = true)
    {
        await using var db = Database.CreateDbContext();
        await using var transaction = await Database.Engine.BeginWriteAsync(db, CancellationToken.None);
        await Appender.AppendAsync(db, [], raisesPolicyEpoch: true, CancellationToken.None);
        if (!isToCommit)
            return;

        await transaction.CommitAsync(CancellationToken.None);
        services.GetRequiredService<FeedSignal>().Wake();
    }

    public async Task<Subscriber> SubscribeAsync(StreamRequest request)
    {
        var opened = await Streams.OpenAsync(request, CancellationToken.None);
        Assert.Null(opened.Refusal);
        return new Subscriber(opened.Frames!);
    }

    public async Task<StreamRefusal?> RefusalAsync(StreamRequest request)
        => (await Streams.OpenAsync(request, CancellationToken.None)).Refusal;

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
