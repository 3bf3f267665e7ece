using System.Collections.Concurrent;
using System.Data.Common;
using System.Formats.Cbor;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Tests.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>
/// Keeps which records every answer over HTTP showed, in every test that runs an exchange: when it ends, each of them must be in the ledger, in the entry of
/// its request.
/// </summary>
internal sealed class Answers() : DelegatingHandler(new SocketsHttpHandler())
{
    private const string RequestId = "X-Request-ID";

    private readonly ConcurrentBag<(string Request, IReadOnlySet<Guid> Records)> shown = [];

    /// <summary>Where the ledger can still be read: a test may have taken it away, or tampered with it.</summary>
    public async Task AreInTheLedgerAsync(IServiceProvider services)
    {
        if (shown.IsEmpty)
            return;
        try
        {
            var entries = (await RecordedDisclosures.ReadAsync(services)).Entries.ToLookup(entry => entry.RequestId);
            foreach (var (request, records) in shown)
                await IsInTheLedgerAsync(services.GetRequiredService<ILedgerStore>(), request, records, [.. entries[request]]);
        }
        catch (Exception gone) when (gone is DbException or CborContentException)
        {
            // Neither can anything be asked of it.
        }
    }

    private static async Task IsInTheLedgerAsync(ILedgerStore store, string request, IReadOnlySet<Guid> records, IReadOnlyList<LedgerEntry> entries)
    {
        var pseudonyms = entries.SelectMany(entry => entry.Children).ToHashSet();
        var children = (await store.ChildrenOfAsync(pseudonyms, CancellationToken.None)).Values;
        var missing = records.Except(entries.SelectMany(entry => entry.Records).Select(record => record.Id)).Except(children).ToList();
        // Children who were erased since are nobody's to tell apart any more.
        Assert.True(missing.Count <= pseudonyms.Count - children.Count(), $"The answer to {request} showed what the ledger does not say: {string.Join(", ", missing)}");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response is { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "application/json" or "application/graphql-response+json" }
            && response.Headers.TryGetValues(RequestId, out var ids))
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            Keep(ids.First(), await response.Content.ReadAsStringAsync(cancellationToken));
        }

        return response;
    }

    private void Keep(string request, string body)
    {
        try
        {
            // The ledger names what others were shown.
            if (JsonNode.Parse(body)?["data"] is { } data && data["ledger"] is null && NodeIds.In(data) is { Count: > 0 } records)
                shown.Add((request, records.ToHashSet()));
        }
        catch (JsonException)
        {
            // What is no JSON shows no record.
        }
    }
}
