using AgencyGraph.Contract.Reading;

namespace AgencyGraph.Contract.Plans;

/// <summary>A level as a prepared statement: its text, and where its parameters get their values.</summary>
internal sealed class SqlLevel(string sql, IReadOnlyList<SqlParameter> parameters)
{
    public string Sql => sql;

    public IReadOnlyList<SqlParameter> Parameters => parameters;

    /// <summary>Where the key of the row above stands; null at a root.</summary>
    public int? KeyColumn { get; init; }

    /// <summary>By what its rows stand in the ledger; null where no row rule governs them.</summary>
    public LedgerColumns? Ledgered { get; init; }

    /// <summary>For a total: where the count stands.</summary>
    public int CountColumn { get; init; }

    /// <summary>The statements below, each with the column that holds its key.</summary>
    public List<(int KeyColumn, SqlLevel Level)> Lower { get; } = [];
}

internal sealed record SqlParameter(string Name, PlanLeaf Leaf);
