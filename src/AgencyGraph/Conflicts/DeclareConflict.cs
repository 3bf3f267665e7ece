using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Conflicts;

/// <summary>Declares that a worker is linked to a party of a child's case.</summary>
public sealed class DeclareConflict(IVisibleRecords records, SightChanges sights) : DecideOnConflict<DeclareConflictInput>(records, sights)
{
    public override string Operation => "declareConflict";

    protected override ConflictVerdict Verdict => ConflictVerdict.Declared;

    protected override Outcome? Change(ChildId child, string holder, LiveTies ties, DateTime at)
    {
        if (ties.Holds(child, RelationshipKind.ConflictOfInterest, holder))
            return Outcome.Refused(RefusalCode.AlreadyExists, "The conflict is declared already.", "worker");
        ties.Begin(child, RelationshipKind.ConflictOfInterest, holder, at);
        return null;
    }
}
