using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Enrolments;

/// <summary>
/// The responsible council puts a child on a school's roll or a health body's list. The school does not do so itself: by knowing a pupil's
/// number nobody must come to see what others hold.
/// </summary>
public sealed class EnrolChild(IVisibleRecords records, SightChanges sights) : ChangeEnrolment<EnrolChildInput>(records, sights)
{
    public override string Operation => "enrolChild";

    protected override Outcome? Change(Deed deed, Child child, RelationshipKind kind, AgencyCode at, LiveTies ties)
    {
        if (child.ResponsibleCouncilCode != deed.Caller.Agency)
            return Outcome.Refused(RefusalCode.NotResponsible, "Only the council responsible for the child enrols it.", "child");
        if (ties.Holds(child.Id, kind, at.Value))
            return Outcome.Refused(RefusalCode.AlreadyExists, "The child is enrolled there already.", "at");

        ties.Begin(child.Id, kind, at.Value, deed.At);
        return null;
    }
}
