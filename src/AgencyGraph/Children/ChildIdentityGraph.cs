using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The graph type <c>ChildIdentity</c>: who a child is, as one record has it.</summary>
public sealed class ChildIdentityGraph : RecordGraph<ChildRecord>
{
    public ChildIdentityGraph() : base("ChildIdentity", "Who a child is, as one agency recorded it.")
    {
        Ledgered(record => record.Id, record => record.Version);
        Field("givenName", record => record.GivenName, Detail.Identity, "Given name or names.");
        Field("surname", record => record.Surname, Detail.Identity, "Surname.");
        Optional("bornOn", record => record.BornOn, Detail.Identity, "Date of birth; null when not known.");
        Optional("sex", record => record.Sex, Detail.Identity, "Sex as recorded; null when not known.");
    }
}
