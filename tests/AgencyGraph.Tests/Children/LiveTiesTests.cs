using AgencyGraph.Children;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Children;

public sealed class LiveTiesTests
{
    [SkippableFact]
    public async Task Two_writers_do_not_decide_on_one_childs_relationships_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var child = Samples.Child();
        await using var first = database.Open();
        await using var second = database.Open();
        _ = first.Add(child);
        _ = await first.SaveChangesAsync();
        await using var ending = await first.Database.BeginTransactionAsync();
        await using var beginning = await second.Database.BeginTransactionAsync();
        (await LiveTies.ReadAsync(first, [child.Id], CancellationToken.None)).Begin(child.Id, RelationshipKind.HubArea, "BUR", Samples.At);
        _ = await first.SaveChangesAsync();

        var waiting = LiveTies.ReadAsync(second, [child.Id], CancellationToken.None);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(300))));
        await ending.CommitAsync();

        Assert.True((await waiting).Holds(child.Id, RelationshipKind.HubArea, "BUR"));
    }
}
