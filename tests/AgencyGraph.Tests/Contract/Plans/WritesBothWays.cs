using System.Diagnostics.Metrics;
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

/// <summary>Has a running server carry out mutations with a plan and in the engine, and knows which of them did it.</summary>
internal sealed class WritesBothWays : IDisposable
{
    private readonly RunningExchange exchange;
    private readonly MeterListener listener = new();
    private int planned;

    public WritesBothWays(RunningExchange exchange)
    {
        this.exchange = exchange;
        var factory = exchange.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "agencygraph.plans" && ReferenceEquals(instrument.Meter.Scope, factory))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => planned += tags[0].Value is true ? 1 : 0);
        listener.Start();
    }

    /// <summary>Until the document has a plan: each time with an input of its own.</summary>
    public async Task WarmAsync(Role role, string agency, string query, Func<object> variables)
    {
        for (var i = 0; i < 2; i++)
            _ = await WriteAsync(role, agency, query, variables());
    }

    /// <summary>The answer, and whether there was a plan.</summary>
    public async Task<(string Answer, bool IsPlanned)> WriteAsync(Role role, string agency, string query, object variables)
    {
        var before = planned;
        var plans = exchange.Services.GetRequiredService<PlannedWrites>();
        var answer = await TextOfAsync(plans.AnswerAsync(RequestOf(query, variables), SessionOf(role, agency), CancellationToken.None));
        return (answer, planned > before);
    }

    public Task<string> EngineAsync(Role role, string agency, string query, object variables)
        => TextOfAsync(exchange.Services.GetRequiredService<GraphRunner>().AnswerAsync(RequestOf(query, variables), SessionOf(role, agency), CancellationToken.None));

    public void Dispose() => listener.Dispose();

    private static async Task<string> TextOfAsync(Task<GraphAnswer> answering)
    {
        try
        {
            return Encoding.UTF8.GetString((await answering).Body.Span);
        }
        catch (ReadRefusedException refused)
        {
            return $"{refused.Code}: {refused.Message}";
        }
    }

    private static GraphRequest RequestOf(string query, object variables) => new(query, null, JsonSerializer.SerializeToElement(variables), null);

    private static Session SessionOf(Role role, string agency)
        => new(new Caller("anna", new AgencyCode(agency), role, Purpose.Safeguarding), DateTimeOffset.MaxValue);
}
