using AgencyGraph.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Children;

public sealed class ChildOrderTests
{
    [Fact]
    public async Task The_first_children_come_in_their_order_without_all_of_them_being_sorted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN SELECT id FROM children ORDER BY recorded_at, id LIMIT 50";
        await using var steps = await command.ExecuteReaderAsync();

        Assert.True(await steps.ReadAsync());
        Assert.Contains("INDEX ix_children_recorded_at_id", steps.GetString(3), StringComparison.Ordinal);
        Assert.False(await steps.ReadAsync(), "A second step would sort.");
    }
}
