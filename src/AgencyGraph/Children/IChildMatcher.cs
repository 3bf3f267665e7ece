using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>What a record says of a child, for matching.</summary>
/// <param name="Former">The child whom an earlier revision of the record was about; null for a new record.</param>
public sealed record ChildClaim(DateOnly? BornOn, NhsNumber? NhsNumber, ChildId? Former = null);

/// <summary>Decides which child each new record is about: one already known, or a new one.</summary>
public interface IChildMatcher
{
    /// <summary>
    /// One child for each claim, in their order. Children not known before are added to <paramref name="db"/>. Claims that match each
    /// other get the same child. A restricted child on whose list the caller is not named is not matched: by nothing that is recorded does
    /// anybody learn of it.
    /// </summary>
    Task<IReadOnlyList<ChildId>> MatchAsync(AgencyDb db, IReadOnlyList<ChildClaim> claims, Deed deed, CancellationToken cancellationToken);
}
