using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyGraph.Commands.Hosting.Health;

/// <summary>What a supervisor and a load balancer ask, without signing in: does the process live, and may it be sent traffic?</summary>
internal static class HealthDoors
{
    public const string LivePath = "/health/live";

    public const string ReadyPath = "/health/ready";

    /// <summary>A part that does not answer in this time is not ready.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        _ = services.AddSingleton<DatabaseHealth>();
        _ = services.AddHealthChecks()
            .AddCheck<ServingHealth>("server")
            .AddCheck<DatabaseHealth>("database", timeout: Patience)
            .AddCheck<FeedHealth>("feed")
            .AddCheck<BackgroundHealth>("background")
            .AddCheck<SigningKeysHealth>("signing-keys", timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        _ = endpoints.MapHealthChecks(LivePath, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = (context, _) => SayAsync(context, new { status = "live" }) });
        _ = endpoints.MapHealthChecks(ReadyPath, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    /// <summary>Which part is not ready, and not why: the reason is for the log.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report) => SayAsync(context, new
    {
        status = Word(report.Status),
        parts = report.Entries.ToDictionary(part => part.Key, part => Word(part.Value.Status)),
    });

    private static string Word(HealthStatus status) => status == HealthStatus.Healthy ? "ready" : "not-ready";

    private static Task SayAsync(HttpContext context, object answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer), context.RequestAborted).AsTask();
    }
}
