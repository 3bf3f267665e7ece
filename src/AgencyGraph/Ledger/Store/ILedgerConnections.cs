using System.Data.Common;

namespace AgencyGraph.Ledger.Store;

/// <summary>Connections to the ledger's store.</summary>
internal interface ILedgerConnections
{
    LedgerDialect Dialect { get; }

    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);
}
