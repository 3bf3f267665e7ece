using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Storage;

public sealed class RoundTripTests
{
    [SkippableTheory, EveryDatabase]
    public async Task Instants_come_back_to_the_millisecond_and_sort_as_they_do_in_memory(DatabaseKind kind)
    {
        var random = new Random(20261124);
        var instants = Enumerable.Range(0, 100)
            .Select(_ => random.NextInt64(new DateTime(1950, 1, 1).Ticks, new DateTime(2090, 1, 1).Ticks))
            .Select(ticks => Instants.ToMillisecond(new DateTime(ticks, DateTimeKind.Utc)))
            .ToList();
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, [.. instants.Select(at => new Child { Id = ChildId.New(), RecordedAt = at })]);

        await using var db = database.Open();
        var stored = await db.Set<Child>().OrderBy(child => child.RecordedAt).Select(child => child.RecordedAt).ToListAsync();

        Assert.Equal(instants.Order(), stored);
        Assert.All(stored, at => Assert.Equal(DateTimeKind.Utc, at.Kind));
        var middle = instants[50];
        Assert.Equal(instants.Count(at => at > middle), await db.Set<Child>().CountAsync(child => child.RecordedAt > middle));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Ids_come_back_and_sort_as_they_do_in_memory(DatabaseKind kind)
    {
        var random = new Random(20261124);
        var bytes = new byte[16];
        var ids = Enumerable.Range(0, 200).Select(_ =>
        {
            random.NextBytes(bytes);
            return new ChildId(new Guid(bytes));
        }).ToList();
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, [.. ids.Select(id => new Child { Id = id, RecordedAt = Samples.At })]);

        await using var db = database.Open();
        var stored = await db.Set<Child>().OrderBy(child => child.Id).Select(child => child.Id).ToListAsync();

        Assert.Equal(ids.Order(), stored);
        var middle = ids[100];
        Assert.Equal(ids.Count(id => id > middle), await db.Set<Child>().CountAsync(child => child.Id > middle));
    }

    [SkippableTheory, EveryDatabase]
    public async Task References_sort_by_their_characters_whatever_the_servers_language(DatabaseKind kind)
    {
        string[] references = ["a-2", "A/1", "b", "B", "a.1", "Z", "0", "a1"];
        var child = Samples.Child();
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, [child, .. references.Select(reference => Samples.Record(child, reference))]);

        await using var db = database.Open();
        var stored = await db.Set<ChildRecord>().OrderBy(record => record.LocalReference)
            .Select(record => record.LocalReference).ToListAsync();

        Assert.Equal(references.Order(StringComparer.Ordinal), stored.Select(reference => reference?.Value));
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_address_that_is_not_known_stays_unknown_and_the_two_are_never_confused(DatabaseKind kind)
    {
        var usual = new Address { Lines = ["1 High Street", "Bury"], Postcode = "BL9 0AA" };
        var safe = new Address { Lines = ["Somewhere"] };
        var child = Samples.Child();
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(
            database,
            [
                child,
                Samples.Record(child, "NONE"),
                Samples.Record(child, "USUAL", usualAddress: usual),
                Samples.Record(child, "BOTH", usualAddress: usual, safeAddress: safe),
                Samples.Record(child, "EMPTY", usualAddress: new Address { Lines = [] }),
            ]);

        await using var db = database.Open();
        var stored = await db.Set<ChildRecord>().AsNoTracking().ToDictionaryAsync(record => record.LocalReference.ToString() ?? "");

        Assert.Null(stored["NONE"].UsualAddress);
        Assert.Null(stored["NONE"].SafeAddress);
        Assert.Null(stored["USUAL"].SafeAddress);
        Assert.Equal(usual.Lines, stored["USUAL"].UsualAddress?.Lines);
        Assert.Equal("BL9 0AA", stored["USUAL"].UsualAddress?.Postcode);
        Assert.Equal(usual.Lines, stored["BOTH"].UsualAddress?.Lines);
        Assert.Equal(safe.Lines, stored["BOTH"].SafeAddress?.Lines);
        Assert.Null(stored["BOTH"].SafeAddress?.Postcode);
        Assert.Empty(stored["EMPTY"].UsualAddress?.Lines ?? ["lost"]);
        Assert.Equal(1, await db.Set<ChildRecord>().CountAsync(record => record.SafeAddress != null));
        Assert.Equal(2, await db.Set<ChildRecord>().CountAsync(record => record.UsualAddress!.Postcode == "BL9 0AA"));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_safe_address_set_later_is_kept_and_raises_the_version(DatabaseKind kind)
    {
        var child = Samples.Child();
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, [child, Samples.Record(child)]);
        await using (var db = database.Open())
        {
            (await db.Set<ChildRecord>().SingleAsync()).MoveTo(new Address { Lines = ["Refuge"], Postcode = "BL9 0AB" });
            _ = await db.SaveChangesAsync();
        }

        await using var after = database.Open();
        var record = await after.Set<ChildRecord>().SingleAsync();
        Assert.Equal(["Refuge"], record.SafeAddress?.Lines);
        Assert.Equal("BL9 0AB", record.SafeAddress?.Postcode);
        Assert.Equal(2, record.Version);
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_informant_without_a_name_is_still_an_informant(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(
            database,
            [
                Samples.Incident("GMP/2026/1"),
                Samples.Incident("GMP/2026/2", informant: new Informant { IsAnonymous = false }),
                Samples.Incident("GMP/2026/3", informant: new Informant { IsAnonymous = true, GivenName = "Nan" }),
            ]);

        await using var db = database.Open();
        var stored = await db.Set<Incident>().OrderBy(incident => incident.Reference).ToListAsync();

        Assert.Equal([null, false, true], stored.Select(incident => incident.Informant?.IsAnonymous));
        Assert.Equal([null, null, "Nan"], stored.Select(incident => incident.Informant?.GivenName));
        Assert.All(stored, incident => Assert.Equal(["1A", "2B"], incident.Factors));
        Assert.All(stored, incident => Assert.Equal(IncidentKind.DomesticAbuse, incident.IncidentKind));
    }

    private static async Task SaveAsync(TestDatabase database, IEnumerable<object> rows)
    {
        await using var db = database.Open();
        db.AddRange(rows);
        _ = await db.SaveChangesAsync();
    }
}
