using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The graph type <c>ChildAddresses</c>: where one record has a child living.</summary>
public sealed class ChildAddressesGraph : RecordGraph<ChildRecord>
{
    public ChildAddressesGraph() : base("ChildAddresses", "Where a child lives, as one agency recorded it.")
    {
        Ledgered(record => record.Id, record => record.Version);
        Object("recordedBy", record => record.Agency, typeof(AgencyBodyGraph), Detail.UsualAddress, "The agency that recorded it.");
        Field("recordedAt", record => record.RecordedAt, Detail.UsualAddress, "When it was recorded.");
        OptionalObject("usual", record => record.UsualAddress, typeof(AddressGraph), Detail.UsualAddress, "Where the child usually lives.");
        OptionalObject(
            "safe", record => record.SafeAddress, typeof(AddressGraph), Detail.SafeAddress,
            "A refuge or other address that must not reach the person who is a danger. Never pass it on.");
    }
}
