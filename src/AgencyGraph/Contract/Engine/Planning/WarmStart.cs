using System.Text.Json;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Visibility;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>
/// Once the server takes requests, the trusted queries are compiled for each role and run for somebody who sees nothing, so that the
/// first to ask does not wait for what can be done before.
/// </summary>
internal sealed partial class WarmStart(
    TrustedDocuments trusted, Documents documents, PlannedReads plans, IOptions<PlanOptions> options, IHostEnvironment environment,
    ILogger<WarmStart> log) : BackgroundService, IHostedLifecycleService
{
    /// <summary>At first a document is only noted, then its plan is, and the third time that is made and run.</summary>
    private const int Times = 3;

    private static readonly Agencies.AgencyCode Nowhere = new("");

    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The doors are open.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _ = started.TrySetResult();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!(options.Value.StartsWarm ?? !environment.IsDevelopment()))
            return;

        await started.Task.WaitAsync(stoppingToken);
        foreach (var document in trusted.All)
        {
            if (RequestOf(document) is not { } request)
                continue;

            foreach (var grant in Grants.All.Values.OrderBy(grant => grant.Role))
                await WarmAsync(request, new Caller("", Nowhere, grant.Role, grant.Purposes[0]), stoppingToken);
        }

        LogWarm(plans.Count);
    }

    private async Task WarmAsync(GraphRequest request, Caller caller, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Times; i++)
            await plans.WarmAsync(request, caller, cancellationToken);
    }

    /// <summary>The request with no more variables than it needs; null for what is no query, or needs what cannot be made up.</summary>
    private GraphRequest? RequestOf(TrustedDocument document)
    {
        if (Documents.Operation(documents.Parse(document.Text), null) is not { Operation: OperationType.Query } operation)
            return null;

        var needed = (operation.Variables?.Items ?? []).Where(variable => variable is { Type: GraphQLNonNullType, DefaultValue: null }).ToArray();
        var values = needed.ToDictionary(variable => variable.Variable.Name.StringValue, variable => MadeUp(((GraphQLNonNullType)variable.Type).Type));
        return values.ContainsValue(null)
            ? null
            : new GraphRequest(document.Text, null, JsonSerializer.SerializeToElement(values), null) { Trusted = document };
    }

    private static string? MadeUp(GraphQLType type) => (type as GraphQLNamedType)?.Name.StringValue switch
    {
        "ID" => NodeId.Encode('c', Guid.CreateVersion7()),
        "NhsNumber" => "9434765919",
        _ => null,
    };

    [LoggerMessage(7221, LogLevel.Information, "The trusted queries are compiled: {Count} documents and plans are held")]
    private partial void LogWarm(int count);
}
