using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>
/// Why an agency goes on knowing of a child: a shared incident, a referral, a record of its own. Each feature speaks for its own
/// records; a relationship ends when no feature speaks for it.
/// </summary>
public interface IReasonForTie
{
    /// <summary>The kind of relationship for which it is a reason.</summary>
    RelationshipKind Kind { get; }

    /// <summary>Those of the children of whom <paramref name="agency"/> has such a reason to know, as saved.</summary>
    Task<IReadOnlyCollection<ChildId>> AmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken);

    /// <summary>Those of them of whom another agency has told it: what an agency wrote itself is no telling.</summary>
    Task<IReadOnlyCollection<ChildId>> ToldByOthersAmongAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => AmongAsync(db, agency, children, cancellationToken);
}
