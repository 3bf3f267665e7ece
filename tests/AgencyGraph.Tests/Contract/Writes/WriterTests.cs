using System.Data.Common;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Contract.Writes;

public abstract class WriterTests(DatabaseKind kind) : WriteTests(kind)
{
    [SkippableFact]
    public async Task A_hundred_at_once_under_one_key_have_one_effect()
    {
        var input = A.Incident();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Bench.RecordAsync(input))));

        var kinds = outcomes.Select(outcome => outcome.Single()).ToList();
        Assert.Single(kinds, outcome => outcome.Kind == OutcomeKind.Recorded);
        Assert.Equal(99, kinds.Count(outcome => outcome.Kind == OutcomeKind.Replayed));
        Assert.Single(kinds.Select(outcome => outcome.RecordId).Distinct());
        Assert.Equal(1, await Bench.CountAsync<Incident>());
        Assert.Single(await Bench.ToldAsync());
    }

    [SkippableFact]
    public async Task A_hundred_at_once_with_one_reference_leave_one()
    {
        var input = A.Incident();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Bench.RecordAsync(input with { IdempotencyKey = Guid.NewGuid() }))));

        Assert.Single(outcomes, outcome => outcome.Single().Kind == OutcomeKind.Recorded);
        Assert.Equal(99, outcomes.Count(outcome => outcome.Single().Refusals is [{ Code: RefusalCode.AlreadyExists }]));
        Assert.Equal(1, await Bench.CountAsync<ChildRecord>());
    }

    [SkippableFact]
    public async Task A_key_with_another_body_is_refused()
    {
        var input = A.Incident();
        _ = await Bench.RecordAsync(input);

        var outcome = (await Bench.RecordAsync(input with { RiskGrade = "MEDIUM" })).Single();

        Assert.Equal(RefusalCode.IdempotencyMismatch, outcome.Refusals.Single().Code);
    }

    [SkippableFact]
    public async Task A_key_belongs_to_its_agency()
    {
        var key = Guid.NewGuid();

        var first = await Bench.RecordAsync(WriteBench.Force(), A.Incident("GMP") with { IdempotencyKey = key });
        var second = await Bench.RecordAsync(WriteBench.Force("merseyside"), A.Incident("MER") with { IdempotencyKey = key });

        Assert.Equal(OutcomeKind.Recorded, first.Single().Kind);
        Assert.Equal(OutcomeKind.Recorded, second.Single().Kind);
    }

    [SkippableFact]
    public async Task A_key_does_not_fit_another_operation()
    {
        var input = A.Incident();
        var id = new IncidentId((await Bench.RecordAsync(input with { Sharing = A.Withheld() })).Single().RecordId!.Value);

        var share = new ShareIncidentInput { IdempotencyKey = input.IdempotencyKey, By = new IncidentBy(), ExpectedVersion = 1 };
        var outcome = await Bench.RunAsync(WriteBench.Force(), new Located<ShareIncidentInput, IncidentId>(share, id), input.IdempotencyKey);

        Assert.Equal(RefusalCode.IdempotencyMismatch, outcome.Refusals.Single().Code);
    }

    [SkippableFact]
    public async Task A_key_that_comes_twice_in_a_batch_has_one_effect()
    {
        var input = A.Incident();

        var outcomes = await Bench.RecordAsync(input, input, input with { RiskGrade = "MEDIUM" });

        Assert.Equal([OutcomeKind.Recorded, OutcomeKind.Replayed, OutcomeKind.Refused], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(outcomes[0].RecordId, outcomes[1].RecordId);
        Assert.Single(await Bench.ToldAsync());
    }

    [SkippableFact]
    public async Task A_refusal_is_not_remembered()
    {
        var input = A.Incident();
        var wrong = input with { Council = "XXX" };

        var outcomes = await Bench.RecordAsync(wrong, wrong, input);
        var again = await Bench.RecordAsync(wrong);

        Assert.Equal([OutcomeKind.Refused, OutcomeKind.Refused, OutcomeKind.Recorded], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(RefusalCode.IdempotencyMismatch, again.Single().Refusals.Single().Code);
        Assert.Equal(1, await Bench.CountAsync<IdempotencyRecord>());
    }

    [SkippableFact]
    public async Task How_it_comes_in_is_no_part_of_the_request()
    {
        var input = A.Incident();
        _ = await Bench.RecordAsync(input);

        var outcome = await Bench.RunAsync(WriteBench.Force(), new IncidentToRecord(input, IngestMode.Replay), input.IdempotencyKey);

        Assert.Equal(OutcomeKind.Replayed, outcome.Kind);
    }

    [SkippableFact]
    public async Task An_empty_key_is_refused()
        => Assert.Equal(["idempotencyKey"], (await Bench.RecordAsync(A.Incident() with { IdempotencyKey = Guid.Empty })).Single().Refusals.Single().Path);

    [SkippableFact]
    public async Task A_row_in_the_way_of_one_leaves_the_others_written()
    {
        var useCase = new Clashing(input => input == 3 ? RowInTheWay() : null);
        var outcomes = await RunAsync(useCase, [1, 2, 3, 4]);

        Assert.Equal([OutcomeKind.Recorded, OutcomeKind.Recorded, OutcomeKind.Refused, OutcomeKind.Recorded], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(RefusalCode.Contended, outcomes[2].Refusals.Single().Code);
        Assert.Equal(3, await Bench.CountAsync<Child>());
        Assert.Equal(3, (await Bench.ToldAsync()).Count);
        Assert.Equal(3, await Bench.CountAsync<IdempotencyRecord>());
    }

    [SkippableFact]
    public async Task A_row_in_the_way_once_is_met_by_trying_again()
    {
        var tries = 0;
        var outcomes = await RunAsync(new Clashing(input => input == 2 && ++tries < 3 ? RowInTheWay() : null), [1, 2]);

        Assert.All(outcomes, outcome => Assert.Equal(OutcomeKind.Recorded, outcome.Kind));
        Assert.Equal(2, (await Bench.ToldAsync()).Count);
    }

    [SkippableFact]
    public async Task A_feed_that_fails_takes_the_writes_with_it()
    {
        await using (var db = Bench.Db())
            _ = await db.Database.ExecuteSqlRawAsync("ALTER TABLE feed_head RENAME TO away");

        var failure = await Record.ExceptionAsync(() => RunAsync(new Clashing(_ => null), [1]));

        Assert.IsAssignableFrom<DbException>(failure);
        Assert.Equal(0, await Bench.CountAsync<Child>());
        Assert.Equal(0, await Bench.CountAsync<IdempotencyRecord>());
    }

    [SkippableFact]
    public async Task A_broken_promise_is_thrown_as_it_is()
        => _ = await Assert.ThrowsAsync<InvalidOperationException>(() => Bench.RecordAsync(WriteBench.Council(), A.Incident()));

    private Task<IReadOnlyList<Outcome>> RunAsync(IUseCase<int> useCase, int[] inputs)
        => Bench.RunAsync(useCase, WriteBench.Force(), [.. inputs.Select(input => new Keyed<int>(Guid.NewGuid(), input))]);

    /// <summary>Records a child for each number; for one that clashes it breaks a unique key as a concurrent writer would.</summary>
    private sealed class Clashing(Func<int, Exception?> clash) : IUseCase<int>
    {
        public string Operation => "clash";

        public async Task<IReadOnlyList<Outcome>> ExecuteAsync(WriteSession session, IReadOnlyList<int> inputs, CancellationToken cancellationToken)
        {
            var outcomes = new List<Outcome>();
            foreach (var input in inputs)
            {
                var id = ChildId.New();
                _ = session.Db.Add(new Child { Id = id, RecordedAt = session.Deed.At });
                session.Announce(new FeedDraft(UpdateKind.ChildRecorded, RecordKind.Child, id.Value, 1, session.Deed.Caller.Agency, null, true, [id], session.Deed.At));
                outcomes.Add(Outcome.Recorded(id.Value));
                await session.SaveAsync(cancellationToken);
                if (clash(input) is { } inTheWay)
                    throw inTheWay;
            }

            return outcomes;
        }
    }

    public sealed class OnSqlite() : WriterTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : WriterTests(DatabaseKind.Postgres);
}
