using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyGraph.Tests.Support.Writes;

/// <summary>The write side as the program puts it together, on a database of its own.</summary>
public sealed class WriteBench : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private WriteBench(TestDatabase database)
    {
        Database = database;
        var parts = new ServiceCollection()
            .AddLogging().AddSingleton<IHostEnvironment>(new NamedEnvironment("Production")).AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddStorage(database.Options);
        GraphParts.Add(parts);
        services = parts.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static DateTime Now { get; } = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    public TestDatabase Database { get; }

    public static async Task<WriteBench> StartAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public static Caller Force(string code = "greater-manchester") => new("records", new AgencyCode(code), Role.PoliceSystem, Purpose.Safeguarding);

    public static Caller Council(string code = "BUR") => new("cases", new AgencyCode(code), Role.CouncilSystem, Purpose.Safeguarding);

    public AgencyDb Db() => Database.Open();

    public Task<IReadOnlyList<Outcome>> RecordAsync(params IncidentInput[] incidents) => RecordAsync(Force(), incidents);

    public Task<IReadOnlyList<Outcome>> RecordAsync(Caller caller, params IncidentInput[] incidents)
        => RunAsync(caller, [.. incidents.Select(incident => new Keyed<IncidentToRecord>(incident.IdempotencyKey, new IncidentToRecord(incident, IngestMode.Live)))]);

    public async Task<Outcome> RunAsync<TInput>(Caller caller, TInput input, Guid? key = null)
        => (await RunAsync(caller, [new Keyed<TInput>(key ?? Guid.NewGuid(), input)])).Single();

    public async Task<IReadOnlyList<Outcome>> RunAsync<TInput>(Caller caller, IReadOnlyList<Keyed<TInput>> items)
    {
        await using var scope = services.CreateAsyncScope();
        return await RunAsync(scope.ServiceProvider.GetRequiredService<IUseCase<TInput>>(), caller, items);
    }

    public async Task<IReadOnlyList<Outcome>> RunAsync<TInput>(
        IUseCase<TInput> useCase, Caller caller, IReadOnlyList<Keyed<TInput>> items, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Writer>().RunAsync(useCase, items, new Deed(caller, Now), cancellationToken);
    }

    public async Task<Incident> IncidentAsync(string reference)
    {
        await using var db = Db();
        Assert.True(ForceReference.TryParse(reference, out var wanted));
        return await db.Set<Incident>().Include(incident => incident.Children).ThenInclude(involvement => involvement.Record)
            .Include(incident => incident.Adults).Include(incident => incident.Deliveries).SingleAsync(incident => incident.Reference == wanted);
    }

    public async Task<IReadOnlyList<Relationship>> TiesAsync(RelationshipKind kind)
    {
        await using var db = Db();
        return await db.Set<Relationship>().Where(tie => tie.Kind == kind).ToListAsync();
    }

    public async Task<IReadOnlyList<Told>> ToldAsync()
    {
        await using var db = Db();
        var entries = await db.Set<FeedEntry>().OrderBy(entry => entry.Position).ToListAsync();
        return [.. entries.Select(entry => new Told(entry.Kind, entry.RecordId, entry.RecordVersion, entry.Council?.Value, entry.IsShared))];
    }

    public async Task<int> CountAsync<T>() where T : class
    {
        await using var db = Db();
        return await db.Set<T>().CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
