using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The graph type <c>ChildIdentifiers</c>: a child's numbers, as one record has them.</summary>
public sealed class ChildIdentifiersGraph : RecordGraph<ChildRecord>
{
    public ChildIdentifiersGraph() : base("ChildIdentifiers", "A child's numbers, as one agency recorded them.")
    {
        Ledgered(record => record.Id, record => record.Version);
        Optional("nhsNumber", record => record.NhsNumber, Detail.NhsNumber, "NHS number: the consistent identifier. Children Act 2004 s.16LC.");
        Optional("upn", record => record.Upn, Detail.Upn, "Unique pupil number.");
    }
}
