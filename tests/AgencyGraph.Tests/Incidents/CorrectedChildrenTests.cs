using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;

namespace AgencyGraph.Tests.Incidents;

/// <summary>What a correction keeps of the children who stay in the incident.</summary>
public abstract class CorrectedChildrenTests(DatabaseKind kind) : WriteTests(kind)
{
    [SkippableFact]
    public async Task A_child_without_a_number_stays_the_same_child_and_keeps_its_record()
    {
        var input = A.Incident();
        var before = await RecordedAsync(input);

        var after = await RecordedAsync(Corrected(input, A.Child() with { Sex = "M", Voice = null }, A.Child() with { GivenName = "Ben" }));

        Assert.Equal((before.Single().ChildId, before.Single().RecordId), (after[0].ChildId, after[0].RecordId));
        Assert.Equal((2, Sex.M), (after[0].Record!.Version, after[0].Record!.Sex));
        Assert.Null(after[0].Voice);
        Assert.NotEqual(before.Single().ChildId, after[1].ChildId);
        Assert.Equal(2, await Bench.CountAsync<Child>());
        Assert.Equal(2, await Bench.CountAsync<ChildRecord>());
    }

    [SkippableFact]
    public async Task A_child_of_the_same_number_keeps_its_record_under_another_name()
    {
        var number = A.NhsNumber();
        var input = A.Incident() with { Persons = [A.Child(number)] };
        var before = (await RecordedAsync(input)).Single();

        var after = (await RecordedAsync(Corrected(input, A.Child(number) with { GivenName = "Siana" }))).Single();

        Assert.Equal((before.ChildId, before.RecordId), (after.ChildId, after.RecordId));
        Assert.Equal((2, "Siana"), (after.Record!.Version, after.Record!.GivenName));
    }

    [SkippableFact]
    public async Task A_number_that_is_added_later_is_the_childs_from_then_on()
    {
        var number = A.NhsNumber();
        var input = A.Incident();
        var before = (await RecordedAsync(input)).Single();

        var after = (await RecordedAsync(Corrected(input, A.Child(number)))).Single();
        var elsewhere = (await RecordedAsync(A.Incident() with { Persons = [A.Child(number)] })).Single();

        Assert.Equal((before.ChildId, before.RecordId), (after.ChildId, after.RecordId));
        Assert.Equal(before.ChildId, elsewhere.ChildId);
    }

    [SkippableFact]
    public async Task Another_number_is_another_child()
    {
        var input = A.Incident() with { Persons = [A.Child(A.NhsNumber())] };
        var before = (await RecordedAsync(input)).Single();

        var after = (await RecordedAsync(Corrected(input, A.Child(A.NhsNumber())))).Single();

        Assert.NotEqual(before.ChildId, after.ChildId);
        Assert.NotEqual(before.RecordId, after.RecordId);
        Assert.Equal(1, await Bench.CountAsync<ChildRecord>());
    }

    [SkippableFact]
    public async Task Revisions_of_one_batch_rest_on_each_other()
    {
        var input = A.Incident();
        var third = Corrected(input, A.Child() with { Sex = "X" }, A.Child() with { GivenName = "Ben" }) with { IdempotencyKey = Guid.NewGuid(), Revision = 3 };

        Assert.All(await Bench.RecordAsync(third, Corrected(input, A.Child() with { Sex = "M" }), input), outcome => Assert.False(outcome.IsRefused));

        var children = (await Bench.IncidentAsync(input.Reference)).Children.OrderBy(child => child.Ordinal).ToList();
        Assert.Equal([3, 1], children.Select(child => child.Record!.Version));
        Assert.Equal(Sex.X, children[0].Record!.Sex);
        Assert.Equal(2, await Bench.CountAsync<Child>());
    }

    private static IncidentInput Corrected(IncidentInput input, params PersonInput[] persons) => input with
    {
        IdempotencyKey = Guid.NewGuid(),
        Revision = 2,
        CorrectionReason = "Wrong.",
        Persons = persons,
    };

    private async Task<List<ChildInvolvement>> RecordedAsync(IncidentInput input)
    {
        Assert.Empty((await Bench.RecordAsync(input)).Single().Refusals);
        return [.. (await Bench.IncidentAsync(input.Reference)).Children.OrderBy(child => child.Ordinal)];
    }

    public sealed class OnSqlite() : CorrectedChildrenTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CorrectedChildrenTests(DatabaseKind.Postgres);
}
