using AgencyGraph.Agencies;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>Schools and health bodies, taken into the directory as an administrator does.</summary>
internal static class Registered
{
    public static async Task AgencyAsync(ExchangeCaller administrator, string code, string kind)
    {
        var answer = await administrator.RunAsync(
            "registerAgency", "RegisterAgencyInput", new { idempotencyKey = Guid.NewGuid(), code, kind, name = code }, "errors { code message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }

    /// <summary>Until the server knows it, so that its people can sign in.</summary>
    public static async Task WaitAsync(RunningExchange exchange, string code)
    {
        var directory = exchange.Services.GetRequiredService<AgencyDirectory>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (directory.Find(new AgencyCode(code)) is null)
            await Task.Delay(10, limit.Token);
    }
}
