using System.Text;
using System.Text.Json;
using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>Asks a running server the same thing of the plans and of the engine.</summary>
internal sealed class BothWays(RunningExchange exchange)
{
    private readonly LedgerOfBothWays ledger = new(exchange);

    /// <summary>What the ledger says of every answer so far: the same both ways, and of every record whose id the answer holds.</summary>
    public Task AssertLedgeredAsync() => ledger.AssertAsync();

    /// <summary>The plan's answer, null where it declined, and the engine's.</summary>
    public async Task<(string? Planned, string Engine)> AskAsync(ExchangeCaller caller, string query, object? variables = null)
    {
        var purpose = caller.Role switch { Role.Inspector => Purpose.Inspection, Role.Administrator => Purpose.Administration, _ => Purpose.Safeguarding };
        var session = new Session(new Caller(caller.Subject, new AgencyCode(caller.Agency), caller.Role, purpose), DateTimeOffset.MaxValue);
        var request = new GraphRequest(query, null, variables is null ? null : JsonSerializer.SerializeToElement(variables), null);
        var plans = exchange.Services.GetRequiredService<PlannedReads>();
        var number = ledger.Next();
        // A document is planned when it comes again, and with the same shape of variables.
        for (var i = 0; i < 2; i++)
            _ = await PlannedAsync();
        var runner = exchange.Services.GetRequiredService<GraphRunner>();
        var planned = await PlannedAsync(LedgerOfBothWays.Plan(number));
        var engine = await ToldAsync(async () => (await runner.AnswerAsync(
            request, session with { RequestId = LedgerOfBothWays.Engine(number) }, CancellationToken.None)).Body) ?? "";
        ledger.Note(number, planned, engine);
        return (planned, engine);

        Task<string?> PlannedAsync(string? requestId = null)
            => ToldAsync(async () => await plans.TryAnswerAsync(request, session with { RequestId = requestId }, CancellationToken.None));
    }

    private static async Task<string?> ToldAsync(Func<Task<ReadOnlyMemory<byte>?>> answer)
    {
        try
        {
            return await answer() is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
        }
        catch (ReadRefusedException refused)
        {
            return Encoding.UTF8.GetString(GraphErrors.Body(refused.Code, refused.Message, hasRun: true).Span);
        }
    }
}
