using AgencyGraph.Storage.Sqlite;
using SQLitePCL;

namespace AgencyGraph.Contract.Plans.Sqlite;

/// <summary>A level's statement on one connection. One at a time: a level stands under one row above.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly RawStatement statement;
    private readonly List<(int Place, PlanLeaf Leaf)> varying = [];

    public PreparedStatement(sqlite3 database, SqlLevel level)
    {
        statement = new RawStatement(database, level.Sql);
        foreach (var parameter in level.Parameters)
        {
            var place = statement.PlaceOf(parameter.Name);
            if (parameter.Leaf is PlanLeaf.Fixed constant)
                statement.Bind(place, constant.Value); // Once: what is bound stays bound.
            else
                varying.Add((place, parameter.Leaf));
        }

        Rows = new SqliteRows(statement);
    }

    public SqliteRows Rows { get; }

    /// <summary>Where the values that each run brings are to be bound.</summary>
    public IReadOnlyList<(int Place, PlanLeaf Leaf)> Varying => varying;

    public void Bind(int place, object? value) => statement.Bind(place, value);

    public void Dispose() => statement.Dispose();
}
