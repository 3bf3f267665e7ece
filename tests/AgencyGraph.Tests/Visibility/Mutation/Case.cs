using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Mutation;

/// <summary>A record, what its children are tied to, who is named on restrictions, and who asks: small, so that every combination comes up.</summary>
internal sealed record Case(Case.Record Shared, IReadOnlyList<Relationship> Ties, IReadOnlyList<Restriction> Names, string Agency, string Subject, string? ActedFor)
{
    private static readonly string[] Agencies = ["one", "two"];
    private static readonly string[] Subjects = ["ann", "ben"];
    private static readonly ChildId[] Kids = [new(new Guid(1, 0, 0, new byte[8])), new(new Guid(2, 0, 0, new byte[8]))];
    private static readonly Guid RecordId = new(3, 0, 0, new byte[8]);
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    public string Me => $"{Agency}/{Subject}";

    /// <summary>The worker for whom the caller acts; null where for nobody.</summary>
    public string? Other => ActedFor is null ? null : $"{Agency}/{ActedFor}";

    public Caller As(Role role) => new(Subject, new AgencyCode(Agency), role, Grants.Of(role).Purposes[0], ActedFor);

    public static IReadOnlyList<Case> Some(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Next(random))];
    }

    private static Case Next(Random random)
    {
        var record = new Record
        {
            Originator = new AgencyCode(One(Agencies)),
            Council = Chance(1, 4) ? null : new AgencyCode(One(Agencies)),
            IsShared = Chance(1, 2),
            Children = [.. Kids.Where(_ => Chance(2, 3))],
            Restriction = Chance(1, 3) ? RecordId : null,
            NeedsConsent = Chance(1, 3),
            NoticeAt = Chance(1, 3) ? null : Noon.AddHours(random.Next(3)),
            IsPointer = Chance(1, 2),
            Worker = Chance(1, 3) ? null : $"{One(Agencies)}/{One(Subjects)}",
        };
        Relationship[] ties = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Tie())];
        Restriction[] names = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Name())];
        return new Case(record, ties, names, One(Agencies), One(Subjects), Chance(1, 2) ? null : One(Subjects));

        Relationship Tie()
        {
            var kind = One(Enum.GetValues<RelationshipKind>());
            var isPersonal = kind is RelationshipKind.AllocatedWorker or RelationshipKind.ConflictOfInterest;
            return new()
            {
                Id = Guid.Empty,
                ChildId = One(Kids),
                Kind = kind,
                From = Noon.AddHours(random.Next(3)),
                Holder = isPersonal ? $"{One(Agencies)}/{One(Subjects)}" : One(Agencies),
            };
        }

        Restriction Name()
        {
            var child = Chance(1, 2) ? One(Kids) : (ChildId?)null;
            return new() { Id = Guid.Empty, RecordId = child?.Value ?? RecordId, ChildId = child, Holder = $"{One(Agencies)}/{One(Subjects)}" };
        }

        T One<T>(T[] all) => all[random.Next(all.Length)];

        bool Chance(int of, int outOf) => random.Next(outOf) < of;
    }

    internal sealed class Record : ISharedRecord
    {
        public required AgencyCode Originator { get; init; }

        public required AgencyCode? Council { get; init; }

        public required bool IsShared { get; init; }

        public required IEnumerable<ChildId> Children { get; init; }

        public required Guid? Restriction { get; init; }

        public required bool NeedsConsent { get; init; }

        public required DateTime? NoticeAt { get; init; }

        public required bool IsPointer { get; init; }

        public required string? Worker { get; init; }
    }
}
