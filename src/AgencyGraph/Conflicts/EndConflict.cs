using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Conflicts;

/// <summary>Ends a conflict of interest.</summary>
public sealed class EndConflict(IVisibleRecords records, SightChanges sights) : DecideOnConflict<EndConflictInput>(records, sights)
{
    public override string Operation => "endConflict";

    protected override ConflictVerdict Verdict => ConflictVerdict.Ended;

    protected override Outcome? Change(ChildId child, string holder, LiveTies ties, DateTime at)
    {
        if (!ties.Holds(child, RelationshipKind.ConflictOfInterest, holder))
            return Outcome.Refused(RefusalCode.WrongStage, "No such conflict is declared.", "worker");
        ties.End(child, RelationshipKind.ConflictOfInterest, holder, at);
        return null;
    }
}
