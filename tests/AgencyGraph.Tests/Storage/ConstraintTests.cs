using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Storage;

public sealed class ConstraintTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_force_uses_a_reference_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, Samples.Incident("GMP/2026/1"));

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(database, Samples.Incident("GMP/2026/1")));

        Assert.True(database.Engine.IsUniqueViolation(refusal));
        Assert.False(database.Engine.IsUnavailable(refusal));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_council_uses_a_reference_once_and_may_leave_it_out_often(DatabaseKind kind)
    {
        var child = Samples.Child();
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, child, Samples.Record(child, "C/1"), Samples.Record(child, "C/1", council: "BOL"),
            Samples.Record(child), Samples.Record(child));

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(database, Samples.Record(child, "C/1")));

        Assert.True(database.Engine.IsUniqueViolation(refusal));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_record_of_no_known_child_or_agency_is_refused_and_not_as_a_duplicate(DatabaseKind kind)
    {
        var child = Samples.Child();
        await using var database = await TestDatabase.CreateAsync(kind);

        var noChild = await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(database, Samples.Record(child)));
        var noAgency = await Assert.ThrowsAsync<DbUpdateException>(
            () => SaveAsync(database, child, Samples.Record(child, council: "NOWHERE")));

        Assert.False(database.Engine.IsUniqueViolation(noChild));
        Assert.False(database.Engine.IsUniqueViolation(noAgency));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Of_two_who_change_the_same_record_the_second_is_refused(DatabaseKind kind)
    {
        var child = Samples.Child();
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, child, Samples.Record(child));
        await using var first = database.Open();
        await using var second = database.Open();
        (await first.Set<ChildRecord>().SingleAsync()).MoveTo(new Address { Lines = ["First"] });
        (await second.Set<ChildRecord>().SingleAsync()).MoveTo(new Address { Lines = ["Second"] });

        _ = await first.SaveChangesAsync();

        _ = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_child_is_not_deleted_while_anything_is_known_of_it_and_an_incident_takes_its_persons_along(DatabaseKind kind)
    {
        var child = Samples.Child();
        var record = Samples.Record(child);
        var incident = Samples.Incident("GMP/2026/1");
        incident.Children.Add(new ChildInvolvement
        {
            Id = Guid.CreateVersion7(),
            IncidentId = incident.Id,
            ChildId = child.Id,
            RecordId = record.Id,
            Role = ChildRole.Present,
            Ordinal = 0,
        });
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, child, record, incident);
        await using var db = database.Open();

        _ = await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Child>().ExecuteDeleteAsync());
        Assert.Equal(1, await db.Set<Incident>().ExecuteDeleteAsync());

        Assert.Equal(0, await db.Set<ChildInvolvement>().CountAsync());
        Assert.Equal(1, await db.Set<ChildRecord>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_relationship_that_holds_begins_once_and_may_begin_again_when_it_has_ended(DatabaseKind kind)
    {
        var child = Samples.Child();
        await using var database = await TestDatabase.CreateAsync(kind);
        var ended = Tie();
        ended.End(Samples.At);
        await SaveAsync(database, child, ended, Tie());

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(database, Tie()));

        Assert.True(database.Engine.IsUniqueViolation(refusal));

        Relationship Tie() => new()
        {
            Id = Guid.CreateVersion7(),
            ChildId = child.Id,
            Kind = RelationshipKind.HubArea,
            Holder = "BUR",
            From = Samples.At,
        };
    }

    private static async Task SaveAsync(TestDatabase database, params object[] rows)
    {
        await using var db = database.Open();
        db.AddRange(rows);
        _ = await db.SaveChangesAsync();
    }
}
