using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// Who could see a record before a transaction, and who after it. Whoever could see it had received it: by every door, the feed among them,
/// it was theirs until then. What they saw earlier and lost was withdrawn then, so that no list of who was told what is needed.
/// </summary>
/// <param name="After">Null where the record is no more.</param>
public sealed record SightChange(Sight Before, Sight? After)
{
    /// <summary>What is told to one viewer alone, as though nobody else came to see the record. It says nothing of who else does.</summary>
    public static SightChange ForOne(Guid record, RecordFacts facts, Caller viewer) => new(
        new Sight(facts with { Council = null, IsShared = false }, [], []),
        new Sight(facts with { Restriction = record }, [], [new Restriction { Id = Guid.Empty, RecordId = record, Holder = viewer.WorkerHolder }]));

    public bool Gains(RecordKind kind, Caller viewer) => !Before.Admits(kind, viewer) && After?.Admits(kind, viewer) == true;

    public bool Loses(RecordKind kind, Caller viewer) => Before.Admits(kind, viewer) && After?.Admits(kind, viewer) != true;
}
