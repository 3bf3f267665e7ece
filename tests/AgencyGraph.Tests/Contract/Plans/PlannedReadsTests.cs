using System.Text.Json;
using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>What is planned, and when a run ends.</summary>
public sealed class PlannedReadsTests
{
    private const string Query = "query($since: DateTime) { incidents(filter: { recordedFrom: $since }) { nodes { id children { role } } } }";

    private static readonly Session Bury = new(
        new Caller("anna", new AgencyCode("BUR"), Role.HubPractitioner, Purpose.Safeguarding), DateTimeOffset.MaxValue);

    [Fact]
    public async Task A_filter_that_changes_each_time_is_not_compiled_each_time()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var plans = exchange.Services.GetRequiredService<PlannedReads>();

        for (var day = 1; day <= 9; day++)
            Assert.Null(await plans.TryAnswerAsync(Since(day), Bury, CancellationToken.None));
        Assert.NotNull(await plans.TryAnswerAsync(Since(9), Bury, CancellationToken.None));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_run_ends_with_its_client(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var plans = exchange.Services.GetRequiredService<PlannedReads>();
        for (var i = 0; i < 3; i++)
            _ = await plans.TryAnswerAsync(Since(1), Bury, CancellationToken.None);

        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => plans.TryAnswerAsync(Since(1), Bury, gone.Token).AsTask());
        Assert.NotNull(await plans.TryAnswerAsync(Since(1), Bury, CancellationToken.None));
    }

    private static GraphRequest Since(int day)
        => new(Query, null, JsonSerializer.SerializeToElement(new { since = $"2026-10-0{day}T00:00:00Z" }), null);
}
