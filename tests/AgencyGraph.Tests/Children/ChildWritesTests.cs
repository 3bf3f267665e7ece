using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Children;

public abstract class ChildWritesTests(DatabaseKind kind) : WriteTests(kind)
{
    [SkippableFact]
    public async Task A_council_that_records_a_child_is_responsible_for_it()
    {
        var outcome = await RecordAsync(Child());

        var child = await ChildAsync(outcome);
        Assert.Equal(new AgencyCode("BUR"), child.ResponsibleCouncilCode);
        Assert.Equal("BUR", Assert.Single(await Bench.TiesAsync(RelationshipKind.ResponsibleCouncil)).Holder);
        Assert.Equal(("C/1", "Siân"), (child.Records.Single().LocalReference!.Value.Value, child.Records.Single().GivenName));
        Assert.Equal(UpdateKind.ChildRecorded, Assert.Single(await Bench.ToldAsync()).Kind);
    }

    [SkippableFact]
    public async Task Another_councils_child_stays_its_own_and_the_hub_is_told()
    {
        var input = Child() with { NhsNumber = A.NhsNumber() };
        var first = await RecordAsync(input);

        var second = await RecordAsync(input with { LocalReference = "9" }, "BOL");

        Assert.Equal(first.RecordId, second.RecordId);
        Assert.Equal(new AgencyCode("BUR"), (await ChildAsync(first)).ResponsibleCouncilCode);
        Assert.Equal("BUR", Assert.Single(await Bench.TiesAsync(RelationshipKind.ResponsibleCouncil)).Holder);
        Assert.Equal("BOL", Assert.Single(await Bench.TiesAsync(RelationshipKind.HubArea)).Holder);
    }

    [SkippableFact]
    public async Task A_local_reference_is_used_once_in_a_council()
    {
        _ = await RecordAsync(Child());

        Assert.Equal(RefusalCode.AlreadyExists, (await RecordAsync(Child())).Refusals.Single().Code);
        Assert.Equal(OutcomeKind.Recorded, (await RecordAsync(Child(), "BOL")).Kind);
    }

    [SkippableFact]
    public async Task What_is_wrong_of_a_child_is_refused_by_its_place()
    {
        var outcome = await RecordAsync(Child() with { LocalReference = "C 1", GivenName = "", BornOn = "2026-11-24", Sex = "?", Upn = "x", NhsNumber = "1" });

        Assert.Equal(["localReference", "givenName", "bornOn", "sex", "nhsNumber", "upn"], outcome.Refusals.Select(refusal => refusal.Path.Single()));
    }

    [SkippableFact]
    public async Task A_new_allocation_ends_the_former()
    {
        var child = new ChildId((await RecordAsync(Child())).RecordId!.Value);

        Assert.Equal(OutcomeKind.Changed, (await AllocateAsync(child, "ann")).Kind);
        Assert.Equal(OutcomeKind.Changed, (await AllocateAsync(child, "ben")).Kind);
        Assert.Equal(RefusalCode.AlreadyExists, (await AllocateAsync(child, "ben")).Refusals.Single().Code);

        var ties = await Bench.TiesAsync(RelationshipKind.AllocatedWorker);
        Assert.Equal(WriteBench.Now, ties.Single(tie => tie.Holder == "BUR/ann").To);
        Assert.Null(ties.Single(tie => tie.Holder == "BUR/ben").To);
    }

    [SkippableFact]
    public async Task Only_the_responsible_council_allocates_and_a_stranger_finds_no_child()
    {
        var input = Child() with { NhsNumber = A.NhsNumber() };
        var child = new ChildId((await RecordAsync(input)).RecordId!.Value);
        _ = await RecordAsync(input, "BOL");

        Assert.Equal(RefusalCode.NotResponsible, (await AllocateAsync(child, "ann", "BOL")).Refusals.Single().Code);
        var hidden = await AllocateAsync(child, "ann", "WGN");
        Assert.Equal(RefusalCode.NotFound, hidden.Refusals.Single().Code);
        Assert.Equivalent(await AllocateAsync(ChildId.New(), "ann", "WGN"), hidden, strict: true);
    }

    [SkippableFact]
    public async Task Nobody_allocates_a_child_to_themself()
    {
        var child = new ChildId((await RecordAsync(Child())).RecordId!.Value);
        var forAnn = WriteBench.Council() with { OnBehalfOf = "ann" };

        var own = (await AllocateAsync(child, "cases")).Refusals.Single();
        var byMeans = (await Bench.RunAsync(forAnn, Allocation(child, "ann"))).Refusals.Single();

        Assert.Equal((RefusalCode.InvalidInput, "worker"), (own.Code, own.Path.Single()));
        Assert.Contains("safe address", own.Message, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.InvalidInput, byMeans.Code);
        Assert.Empty(await Bench.TiesAsync(RelationshipKind.AllocatedWorker));
    }

    [SkippableTheory]
    [InlineData(" ann\u202E Sia\u0302n ", true)]
    [InlineData("a\u0000", false)]
    [InlineData("  ", false)]
    public async Task A_workers_name_is_taken_to_the_letter_as_sign_in_takes_it(string name, bool isTaken)
    {
        var child = new ChildId((await RecordAsync(Child())).RecordId!.Value);

        var outcome = await AllocateAsync(child, name);
        var long159 = await AllocateAsync(child, new string('x', 159));

        Assert.Equal(isTaken, !outcome.IsRefused);
        Assert.False(long159.IsRefused);
        Assert.True((await AllocateAsync(child, new string('x', 160))).IsRefused);
        Assert.True((await AllocateAsync(child, "half \ud83d")).IsRefused);
        Assert.Equal(isTaken, (await Bench.TiesAsync(RelationshipKind.AllocatedWorker)).Any(tie => tie.Holder == $"BUR/{name}"));
    }

    [SkippableFact]
    public async Task A_safe_address_is_set_in_the_councils_own_record_and_not_announced()
    {
        var outcome = await RecordAsync(Child());
        var child = new ChildId(outcome.RecordId!.Value);

        Assert.Equal((RefusalCode.VersionConflict, 1), (await MoveAsync(child, 2)).Refusals.Select(refusal => (refusal.Code, refusal.CurrentVersion!.Value)).Single());
        Assert.Equal(OutcomeKind.Changed, (await MoveAsync(child, 1)).Kind);
        Assert.Equal(RefusalCode.NotFound, (await MoveAsync(child, 1, "BOL")).Refusals.Single().Code);

        var record = (await ChildAsync(outcome)).Records.Single();
        Assert.Equal((2, "BL9 0SW"), (record.Version, record.SafeAddress!.Postcode));
        Assert.Equal("24 Albert Terrace", record.UsualAddress!.Lines.Single());
        Assert.Single(await Bench.ToldAsync());
    }

    private static RecordChildInput Child() => new()
    {
        IdempotencyKey = Guid.NewGuid(),
        LocalReference = "C/1",
        GivenName = "Sia\u0302n",
        Surname = "Green",
        BornOn = "2015-03-01",
        Address = A.Address(),
    };

    private Task<Outcome> RecordAsync(RecordChildInput input, string council = "BUR") => Bench.RunAsync(WriteBench.Council(council), input);

    private Task<Outcome> AllocateAsync(ChildId child, string worker, string council = "BUR") => Bench.RunAsync(
        WriteBench.Council(council), Allocation(child, worker));

    private static Located<AllocateWorkerInput, ChildId> Allocation(ChildId child, string worker)
        => new(new AllocateWorkerInput { IdempotencyKey = Guid.NewGuid(), Child = "", Worker = worker }, child);

    private Task<Outcome> MoveAsync(ChildId child, int version, string council = "BUR") => Bench.RunAsync(
        WriteBench.Council(council),
        new Located<SetSafeAddressInput, ChildId>(
            new SetSafeAddressInput { IdempotencyKey = Guid.NewGuid(), Child = "", ExpectedVersion = version, Address = A.Address() }, child));

    private async Task<Child> ChildAsync(Outcome outcome)
    {
        await using var db = Bench.Db();
        var id = new ChildId(outcome.RecordId!.Value);
        return await db.Set<Child>().Include(child => child.Records).SingleAsync(child => child.Id == id);
    }

    public sealed class OnSqlite() : ChildWritesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ChildWritesTests(DatabaseKind.Postgres);
}
