using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Storage;

public sealed class NewRowsTests
{
    private static readonly string[] Tables = ["children", "child_records", "incidents", "child_involvements", "adult_involvements", "deliveries"];

    [SkippableTheory, EveryDatabase]
    public async Task A_row_that_is_inserted_lies_there_as_a_row_that_is_tracked(DatabaseKind kind)
    {
        var rows = Rows();
        await using var tracked = await TestDatabase.CreateAsync(kind);
        await using var inserted = await TestDatabase.CreateAsync(kind);
        await using (var db = tracked.Open())
        {
            db.AddRange(rows);
            _ = await db.SaveChangesAsync();
        }

        await InsertAsync(inserted, rows);

        foreach (var table in Tables)
        {
            var expected = await DumpAsync(tracked, table);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await DumpAsync(inserted, table));
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_row_in_the_way_is_told_as_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var child = Samples.Child();
        await InsertAsync(database, [child]);

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => InsertAsync(database, [Samples.Child(), child]));

        Assert.True(database.Engine.IsUniqueViolation(failure));
        Assert.Equal(StorageFault.Constraint, database.Engine.FaultOf(failure));
        await using var db = database.Open();
        Assert.Equal(1, await db.Set<Child>().CountAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_row_that_was_not_saved_is_not_saved_by_who_has_the_context_next(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.Open())
            db.NewRows.Add(Samples.Child());

        await using var next = database.Open();
        _ = await next.SaveChangesAsync();

        Assert.False(next.NewRows.Any);
        Assert.Empty(await next.Set<Child>().ToListAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task New_rows_that_are_saved_with_others_are_tracked_from_then_on(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var child = Samples.Child();
        db.NewRows.Add(child);
        _ = await db.SaveChangesAsync();
        child.PlaceUnder(new AgencyCode("BUR"));
        _ = await db.SaveChangesAsync();

        await using var after = database.Open();
        Assert.Equal("BUR", (await after.Set<Child>().SingleAsync()).ResponsibleCouncilCode?.Value);
    }

    /// <summary>Each after what refers to it, with all that may be missing once there and once not.</summary>
    private static List<object> Rows()
    {
        var child = Samples.Child();
        var safe = new Address { Lines = ["Somewhere", "Bury"] };
        var record = Samples.Record(child, "ONE", usualAddress: new Address { Lines = [], Postcode = "BL9 0AA" }, safeAddress: safe);
        var incident = Samples.Incident("GMP/2026/1", informant: new Informant { IsAnonymous = true, GivenName = "Nan O'Brien" });
        incident.Location = safe with { };
        incident.ReviewOn = new DateOnly(2027, 1, 2);
        return
        [
            new Delivery
            {
                Id = Guid.CreateVersion7(),
                IncidentId = incident.Id,
                Version = 1,
                FromCode = incident.ForceCode,
                ToCode = incident.CouncilCode,
                SharedAt = Samples.At.AddMilliseconds(7),
            },
            new ChildInvolvement
            {
                Id = Guid.CreateVersion7(),
                IncidentId = incident.Id,
                ChildId = child.Id,
                RecordId = record.Id,
                Role = ChildRole.Victim,
                Ordinal = 1,
                Voice = "No.",
            },
            new AdultInvolvement
            {
                Id = Guid.CreateVersion7(),
                IncidentId = incident.Id,
                Role = AdultRole.Parent,
                GivenName = "Zoë",
                Surname = "王",
                Ordinal = 2,
                BornOn = new DateOnly(1990, 2, 3),
                Sex = Sex.F,
            },
            incident,
            Samples.Incident("GMP/2026/2"),
            record,
            Samples.Record(child),
            child,
        ];
    }

    private static async Task InsertAsync(TestDatabase database, IEnumerable<object> rows)
    {
        await using var db = database.Open();
        await using var transaction = await database.Engine.BeginWriteAsync(db, CancellationToken.None);
        foreach (var row in rows)
            Add(db.NewRows, (dynamic)row);
        await database.Engine.InsertAsync(db, CancellationToken.None);
        Assert.False(db.NewRows.Any);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static void Add<T>(NewRows rows, T row)
        where T : class
        => rows.Add(row);

    private static async Task<List<string>> DumpAsync(TestDatabase database, string table)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)}={Text(reader.GetValue(column))}")));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value.GetType().Name}:{value}";
}
