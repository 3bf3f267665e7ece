using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The graph type <c>Involvement</c>: that an agency knows a child.</summary>
public sealed class InvolvementGraph : RecordGraph<ChildRecord>
{
    public InvolvementGraph() : base("Involvement", "That an agency knows a child: a pointer before content, so that professionals can speak to each other.")
    {
        Ledgered(record => record.Id, record => record.Version);
        Object("agency", record => record.Agency, typeof(AgencyBodyGraph), Detail.Involvement, "The agency that knows the child.");
        Field("recordedAt", record => record.RecordedAt, Detail.Involvement, "When it recorded the child.");
    }

    public override RecordKind Kind => RecordKind.Involvement;
}
