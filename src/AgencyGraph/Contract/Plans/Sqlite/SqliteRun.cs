using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans.Sqlite;

/// <summary>A run on the embedded database: rows are written as they are stepped.</summary>
internal sealed class SqliteRun(
    PreparedConnection connection, Caller caller, object?[] arguments, PageSeal seal, ShownRecords shown, CancellationToken cancellationToken)
    : PlanRun(caller, arguments, seal, shown)
{
    public override PlanRows Open(SqlLevel level, object? key)
    {
        // At each statement: a client that has left, or a budget that is spent, ends the work and not only the answer.
        cancellationToken.ThrowIfCancellationRequested();
        var statement = connection.Prepared(level);
        foreach (var (place, leaf) in statement.Varying)
            statement.Bind(place, Value(leaf, key));
        return statement.Rows;
    }
}
