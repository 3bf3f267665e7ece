using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The graph type <c>Address</c>.</summary>
public sealed class AddressGraph : ValueGraph<Address>
{
    public AddressGraph() : base("Address", "A postal address.")
    {
        Field("lines", address => address.Lines, Detail.Open, "Its lines, without the postcode.");
        Optional("postcode", address => address.Postcode, Detail.Open, "Its postcode, where known.");
    }
}
