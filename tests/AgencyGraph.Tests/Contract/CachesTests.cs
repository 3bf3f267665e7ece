using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Tests.Contract;

/// <summary>However many documents come, the caches stay within their bounds, and what is trusted stays.</summary>
public sealed class CachesTests
{
    private const int Flood = 100_000;

    [Fact]
    public void A_flood_of_keys_drives_out_free_ones_and_no_trusted_one()
    {
        var cache = new TrustedFirst<string, int>(1_000, 1_000_000);
        for (var i = 0; i < 100; i++)
            cache.Put($"trusted {i}", i, isTrusted: true, 10);
        for (var i = 0; i < Flood; i++)
        {
            cache.Put(i.ToString(CultureInfo.InvariantCulture), i, isTrusted: false, 10);
            Assert.True(cache.Count <= 1_100);
        }

        Assert.All(Enumerable.Range(0, 100), i => Assert.True(cache.TryGet($"trusted {i}", true, out var value) && value == i));
        Assert.False(cache.TryGet("0", false, out _));
        Assert.True(cache.TryGet((Flood - 1).ToString(CultureInfo.InvariantCulture), false, out _));
    }

    [Fact]
    public void A_cache_is_bounded_by_bytes_too()
    {
        var cache = new TwoGenerations<int, string>(Flood, 10_000);
        for (var i = 0; i < Flood; i++)
        {
            cache.Put(i, "", 400);
            Assert.True(cache.Bytes <= 10_000 && cache.Count <= 25);
        }

        cache.Put(-1, "", 5_001);
        Assert.False(cache.TryGet(-1, out _));
        cache.Put(Flood - 1, "again", 400);
        Assert.True(cache.TryGet(Flood - 1, out var kept) && kept == "again" && cache.Bytes <= 10_000);
    }

    [Fact]
    public void Parsed_documents_by_the_hundred_thousand_leave_a_bounded_number()
    {
        var documents = new AgencyGraph.Contract.Engine.Documents(
            new GraphQLDocumentBuilder(), new TrustedDocuments(), Options.Create(new DocumentOptions { MaxCachedBytes = 100_000 }));
        for (var i = 0; i < Flood; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{{ a{i} }}");
            _ = documents.Parse(text);
            documents.NoteValid(text, null);
        }

        Assert.InRange(documents.Count, 1, 2_000);
        Assert.InRange(documents.Bytes, 1, 200_000);
    }

    [Fact]
    public async Task A_server_that_is_sent_hundreds_of_documents_keeps_few()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: ["--Documents:MaxCachedBytes=20000"]);
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var plans = exchange.Services.GetRequiredService<PlannedReads>();
        var trusted = new { documentId = $"sha256:{new TrustedDocuments().All.Single(document => document.Name == "inspector/agencies").Hash}" };
        for (var i = 0; i < 3; i++)
            Assert.Null(JsonNode.Parse(await hub.PostTextAsync(trusted))!["errors"]);

        for (var i = 0; i < 300; i++)
            for (var time = 0; time < 2; time++)
                _ = await hub.AskTextAsync($"{{ a{i % 150}: __typename agencies(first: {1 + (i % 99)}) {{ totalCount }} }}");

        Assert.InRange(plans.Bytes, 1, 80_000);
        Assert.InRange(plans.Count, 1, 100);
    }
}
