using System.Diagnostics;
using AgencyGraph.Contract;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AgencyGraph.Commands.Hosting.Telemetry;

/// <summary>Traces and metrics by OpenTelemetry, set by its own variables. Without an endpoint none of it is there.</summary>
internal static class TelemetryServices
{
    private const string ServiceName = "OTEL_SERVICE_NAME";

    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (Endpoints.All(name => string.IsNullOrEmpty(configuration[name])))
            return services;
        services.AddMeasures().ConfigureResource(resource =>
        {
            if (string.IsNullOrEmpty(configuration[ServiceName]))
                _ = resource.AddService("agencygraph");
        })
            .WithTracing(traces => traces.AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddOtlpExporter());
        return services;
    }

    /// <summary>What is traced and measured, wherever it is sent.</summary>
    public static OpenTelemetry.OpenTelemetryBuilder AddMeasures(this IServiceCollection services)
    {
        var graph = services.Last(service => service.ServiceType == typeof(IGraphService)).ImplementationType
            ?? throw new InvalidOperationException("The graph is registered by its class.");
        _ = services
            .AddSingleton<DistributedContextPropagator, TraceParentOnly>()
            .AddSingleton<ExchangeMeter>()
            .AddSingleton(graph)
            .AddSingleton<IGraphService>(provider => new MeasuredGraph(
                (IGraphService)provider.GetRequiredService(graph), provider.GetRequiredService<ExchangeMeter>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddOpenTelemetry()
            .WithTracing(traces => traces
                .AddProcessor(new PlainTags())
                .AddSource(ContractMeter.Name)
                .AddAspNetCoreInstrumentation()
                .AddNpgsql())
            .WithMetrics(metrics => metrics
                .AddMeter(ContractMeter.Name)
                .AddAspNetCoreInstrumentation()
                .AddNpgsqlInstrumentation()
                .AddRuntimeInstrumentation());
    }
}
