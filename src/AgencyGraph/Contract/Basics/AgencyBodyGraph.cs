using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Basics;

/// <summary>The graph type <c>Agency</c>.</summary>
public sealed class AgencyBodyGraph : PublicGraph<Agency>
{
    public AgencyBodyGraph() : base("Agency", "A body that takes part in the exchange: a police force, a council with responsibility for children's services, a school or a health body.")
    {
        Field("code", agency => agency.Code, Detail.Open, "Names the agency everywhere: `BUR`, `greater-manchester`.");
        Field("name", agency => agency.Name, Detail.Open, "The agency's usual name.");
        Field("kind", agency => agency.Kind, Detail.Open, "What kind of body it is.");
        Optional("gssCode", agency => agency.GssCode, Detail.Open, "A council's code in the Government Statistical Service's list.");
        Optional("region", agency => agency.Region, Detail.Open, "A council's English region.");
        OptionalObject("force", agency => agency.Force, typeof(AgencyBodyGraph), Detail.Open, "The territorial force whose area holds this council.");
        Optional("referencePrefix", agency => agency.ReferencePrefix, Detail.Open, "What every reference of this force begins with.");
        Optional("contact", agency => agency.Contact, Detail.Open, "How other agencies reach its safeguarding duty; null until it has said.");
    }

    public static Listing Listing { get; } = new(
        "Agency",
        [new ListOrder("CODE", "By code.", Detail.Open, [OrderKey.Ascending((Agency agency) => agency.Code)])],
        ListFilter.Of<AgencyFilter>(filter => filter.Kind is { } kind ? [FilterCondition.Of<Agency>(Detail.Open, agency => agency.Kind == kind)] : []));
}
