using System.Data.Common;
using Npgsql;

namespace AgencyGraph.Ledger.Store;

/// <summary>The ledger in PostgreSQL: tables of its own, past every transaction of the records.</summary>
internal sealed class PostgresLedger(NpgsqlDataSource source) : ILedgerConnections
{
    public LedgerDialect Dialect => LedgerDialect.Postgres;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await source.OpenConnectionAsync(cancellationToken);
}
