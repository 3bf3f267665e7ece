using AgencyGraph.Visibility;
using Npgsql;

namespace AgencyGraph.Suspensions;

/// <summary>On PostgreSQL: prepared by the driver.</summary>
internal sealed class PostgresSuspensions(NpgsqlDataSource source) : ILiveSuspensions
{
    public async ValueTask<bool> ConcernAsync(Bearer bearer, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ILiveSuspensions.Sql);
        _ = command.Parameters.Add(new NpgsqlParameter<string>("agency", bearer.Agency.Value));
        _ = command.Parameters.Add(new NpgsqlParameter<string>("subject", bearer.Subject));
        _ = command.Parameters.Add(new NpgsqlParameter<string>("client", bearer.Client ?? ""));
        _ = command.Parameters.Add(new NpgsqlParameter<string>("role", HeldRole.NameOf(bearer) ?? ""));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
