using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>A record that is kept for a time, by what its time depends on.</summary>
/// <param name="Controller">The agency that answers for it, and alone decides how long it is kept.</param>
/// <param name="Children">Whom it is about.</param>
/// <param name="Parts">The records of children that go with it.</param>
public sealed record KeptRecord(
    RecordKind Kind, Guid Id, AgencyCode Controller, IReadOnlyList<ChildId> Children, IReadOnlyList<ChildRecordId> Parts, DateTime RecordedAt)
{
    /// <summary>The values of the ids of all that is gone where it is erased, its children among them.</summary>
    public IEnumerable<Guid> Ids => [Id, .. Children.Select(child => child.Value), .. Parts.Select(part => part.Value)];
}
