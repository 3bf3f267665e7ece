using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>A running exchange that the tests of a class share, because nothing that they send may change it.</summary>
public sealed class Standing : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private RunningExchange? exchange;

    public RunningExchange Exchange => exchange ?? throw new InvalidOperationException("The exchange is started before the tests.");

    public HttpClient Client { get; } = new();

    /// <summary>An input as a client writes it.</summary>
    public static JsonNode Written(object input) => JsonSerializer.SerializeToNode(input, Web) ?? throw new InvalidOperationException("An input is an object.");

    public async Task InitializeAsync()
    {
        exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        Client.BaseAddress = exchange.Address;
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (exchange is not null)
            await exchange.DisposeAsync();
    }

    /// <summary>What changes with every write that has an effect.</summary>
    public async Task<(long Head, int Requests)> StateAsync()
    {
        await using var db = Exchange.Database.Open();
        return (await db.Set<FeedEntry>().MaxAsync(entry => (long?)entry.Position) ?? 0, await db.Set<IdempotencyRecord>().CountAsync());
    }
}
