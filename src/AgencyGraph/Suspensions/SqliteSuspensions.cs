using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Plans.Sqlite;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>On the embedded database: prepared, on one of the connections that stay open.</summary>
internal sealed class SqliteSuspensions(PreparedConnections connections) : ILiveSuspensions
{
    private static readonly SqlLevel Statement = new(
        ILiveSuspensions.Sql,
        [
            new SqlParameter("@agency", new PlanLeaf.Argument(0)),
            new SqlParameter("@subject", new PlanLeaf.Argument(1)),
            new SqlParameter("@client", new PlanLeaf.Argument(2)),
            new SqlParameter("@role", new PlanLeaf.Argument(3)),
        ]);

    public ValueTask<bool> ConcernAsync(Bearer bearer, CancellationToken cancellationToken)
        => ValueTask.FromResult(connections.Use(
            bearer,
            static (connection, asked) =>
            {
                var statement = connection.Prepared(Statement);
                foreach (var (place, leaf) in statement.Varying)
                    statement.Bind(place, Value(asked, (PlanLeaf.Argument)leaf));
                using var rows = statement.Rows;
                return rows.Read();
            }));

    private static string Value(Bearer bearer, PlanLeaf.Argument leaf) => leaf.Index switch
    {
        0 => bearer.Agency.Value,
        1 => bearer.Subject,
        2 => bearer.Client ?? "",
        _ => HeldRole.NameOf(bearer) ?? "",
    };
}
