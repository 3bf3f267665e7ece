using AgencyGraph.Children;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Children;

public sealed class NhsNumberMatcherTests
{
    private static readonly Deed Deed = new(WriteBench.Force(), Samples.At);
    private static readonly DateOnly Birthday = new(2016, 3, 4);
    private static readonly ChildClaim Ada = new(Birthday, Number("9990000018"));
    private static readonly ChildClaim Ben = new(Birthday, Number("9990000026"));

    [SkippableTheory, EveryDatabase]
    public async Task The_same_number_and_date_of_birth_are_the_same_child_later_too(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var first = await MatchAndSaveAsync(database, Ada, Ben);
        var second = await MatchAndSaveAsync(database, Ben, Ada);

        Assert.NotEqual(first[0], first[1]);
        Assert.Equal([first[1], first[0]], second);
        await using var db = database.Open();
        Assert.Equal(2, await db.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Another_date_of_birth_no_date_or_no_number_is_a_new_child(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var known = await MatchAndSaveAsync(database, Ada);

        var others = await MatchAndSaveAsync(
            database, Ada with { BornOn = Birthday.AddDays(1) }, Ada with { BornOn = null },
            Ada with { NhsNumber = null }, Ada with { NhsNumber = null });

        Assert.Equal(5, known.Concat(others).Distinct().Count());
        await using var db = database.Open();
        Assert.Equal(5, await db.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Claims_of_one_call_and_of_one_unit_of_work_match_each_other(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();

        var first = await new NhsNumberMatcher(database.Engine).MatchAsync(db, [Ada, Ben, Ada], Deed, CancellationToken.None);
        var second = await new NhsNumberMatcher(database.Engine).MatchAsync(db, [Ben], Deed, CancellationToken.None);
        _ = await db.SaveChangesAsync();

        Assert.Equal(first[0], first[2]);
        Assert.Equal(first[1], second[0]);
        Assert.Equal(2, await db.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Many_claims_cost_one_query(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var numbers = Enumerable.Range(100_000_000, 400).SelectMany(nine => Enumerable.Range(0, 10).Select(digit => $"{nine}{digit}"))
            .Where(text => NhsNumber.TryParse(text, out _)).Select(text => new ChildClaim(Birthday, Number(text))).ToArray();
        var first = await MatchAndSaveAsync(database, numbers);
        var before = database.Statements.Total;

        await using var db = database.Open();
        var second = await new NhsNumberMatcher(database.Engine).MatchAsync(db, numbers, Deed, CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(before + 1, database.Statements.Total);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Of_two_writers_at_once_one_makes_the_child_and_the_other_finds_it_when_it_tries_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = database.Open();
        await using var second = database.Open();
        await first.Database.OpenConnectionAsync();
        await second.Database.OpenConnectionAsync();
        var made = await new NhsNumberMatcher(database.Engine).MatchAsync(first, [Ada], Deed, CancellationToken.None);
        _ = await new NhsNumberMatcher(database.Engine).MatchAsync(second, [Ada], Deed, CancellationToken.None);
        _ = await first.SaveChangesAsync();

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync());

        Assert.True(database.Engine.IsUniqueViolation(refusal));
        Assert.Equal(made, await MatchAndSaveAsync(database, Ada));
        await using var db = database.Open();
        Assert.Equal(1, await db.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task Sixteen_writers_of_the_same_child_end_with_one_child(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => MatchUntilSavedAsync(database))));

        _ = Assert.Single(found.Distinct());
        await using var db = database.Open();
        Assert.Equal(found[0], (await db.Set<Child>().SingleAsync()).Id);
    }

    private static async Task<ChildId> MatchUntilSavedAsync(TestDatabase database)
    {
        while (true)
        {
            try
            {
                return (await MatchAndSaveAsync(database, Ada))[0];
            }
            catch (DbUpdateException exception) when (database.Engine.IsUniqueViolation(exception))
            {
            }
        }
    }

    private static async Task<IReadOnlyList<ChildId>> MatchAndSaveAsync(TestDatabase database, params ChildClaim[] claims)
    {
        await using var db = database.Open();
        await using var write = await database.Engine.BeginWriteAsync(db, CancellationToken.None);
        var children = await new NhsNumberMatcher(database.Engine).MatchAsync(db, claims, Deed, CancellationToken.None);
        _ = await db.SaveChangesAsync();
        await write.CommitAsync(CancellationToken.None);
        return children;
    }

    private static NhsNumber Number(string text)
    {
        Assert.True(NhsNumber.TryParse(text, out var number));
        return number;
    }
}
