using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Enrolments;

/// <summary>A child has left: so says the school or the health body itself, or the responsible council.</summary>
public sealed class EndEnrolment(IVisibleRecords records, SightChanges sights) : ChangeEnrolment<EndEnrolmentInput>(records, sights)
{
    public override string Operation => "endEnrolment";

    protected override Outcome? Change(Deed deed, Child child, RelationshipKind kind, AgencyCode at, LiveTies ties)
    {
        if (at != deed.Caller.Agency && child.ResponsibleCouncilCode != deed.Caller.Agency)
            return Outcome.Refused(RefusalCode.NotResponsible, "Only the school or health body itself, or the responsible council, ends it.", "at");
        if (!ties.Holds(child.Id, kind, at.Value))
            return Outcome.Refused(RefusalCode.WrongStage, "The child is not enrolled there.", "at");

        ties.End(child.Id, kind, at.Value, deed.At);
        return null;
    }
}
