using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;

namespace AgencyGraph.Restrictions;

/// <summary>Opens a restricted record again to all whom their role and relationships let see it.</summary>
public sealed class LiftRestriction(IVisibleRecords records, SightChanges sights) : DecideOnRecord<LiftRestrictionInput>(records, sights)
{
    public override string Operation => "liftRestriction";

    protected override RestrictionVerdict Verdict => RestrictionVerdict.Lifted;

    protected override IReadOnlyCollection<string> Names(LiftRestrictionInput input, Caller caller, Faults faults) => [];
}
