using AgencyGraph.Access;
using Npgsql;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Settings that help in Development and tell too much anywhere else. Sign-in and documents look after their own.</summary>
internal static class DevelopmentSettings
{
    /// <exception cref="AccessSettingsException">One of them is on outside Development; the message says which.</exception>
    public static void Refuse(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            return;
        var reasons = Found(configuration).ToArray();
        if (reasons.Length > 0)
            throw new AccessSettingsException($"The server does not start in {environment.EnvironmentName}: {string.Join(' ', reasons)}");
    }

    private static IEnumerable<string> Found(IConfiguration configuration)
    {
        if (bool.TryParse(configuration[WebHostDefaults.DetailedErrorsKey], out var isDetailed) && isDetailed)
            yield return "DetailedErrors shows faults to strangers; remove it.";
        if (configuration.GetConnectionString("Postgres") is not { Length: > 0 } text)
            yield break;
        var postgres = new NpgsqlConnectionStringBuilder(text);
        if (postgres.IncludeErrorDetail)
            yield return "ConnectionStrings:Postgres has Include Error Detail, which puts records into messages; remove it.";
        if (postgres.IncludeFailedBatchedCommand)
            yield return "ConnectionStrings:Postgres has Include Failed Batched Command, which puts records into messages; remove it.";
    }
}
