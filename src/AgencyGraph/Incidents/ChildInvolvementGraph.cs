using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>ChildInvolvement</c>.</summary>
public sealed class ChildInvolvementGraph : RecordGraph<ChildInvolvement>
{
    public ChildInvolvementGraph() : base("ChildInvolvement", "A child's part in an incident.")
    {
        Ledgered(involvement => involvement.RecordId);
        Field("role", involvement => involvement.Role, Detail.IncidentSummary, "The child's part in it.");
        Reference("child", involvement => involvement.ChildId, typeof(ChildGraph), Detail.Identity, "The child.");
        Reference("record", involvement => involvement.RecordId, typeof(ChildRecordGraph), Detail.Identity, "What the force recorded of the child then.");
        FreeText("voice", involvement => involvement.Voice, Detail.VoiceOfChild, "The child's own words; null where none were recorded.");
    }

    public static Listing Listing { get; } = new(
        "ChildInvolvement",
        [
            new ListOrder(
                "AS_LISTED", "As the force listed them.", Detail.Open,
                [OrderKey.Ascending((ChildInvolvement involvement) => involvement.Ordinal)]),
        ]);
}
