using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The graph type <c>Child</c>.</summary>
public sealed class ChildGraph : RecordGraph<Child>
{
    public const char Tag = 'c';

    public ChildGraph() : base("Child", "One child, seen through every agency's record of them that you may see.")
    {
        var records = Link.Own((ChildRecord record) => record.ChildId);

        Id(Tag, child => child.Id);
        First("identity", child => child.Id, records, typeof(ChildIdentityGraph), ChildRecordGraph.Latest, Detail.Identity, "Who the child is, by the latest record that you may see.");
        First("identifiers", child => child.Id, records, typeof(ChildIdentifiersGraph), ChildRecordGraph.BestIdentified, Detail.Open, "The child's numbers, by the record that has most of them.");
        Many("addresses", child => child.Id, records, typeof(ChildAddressesGraph), ChildRecordGraph.Latest, Detail.UsualAddress, "Where the child lives, by every record that you may see, latest first.");
        OptionalObject("responsibleCouncil", child => child.ResponsibleCouncil, typeof(AgencyBodyGraph), Detail.ResponsibleCouncil, "The council responsible for the child, where that is your own; null otherwise.");
        Many("involvement", child => child.Id, records, typeof(InvolvementGraph), ChildRecordGraph.Latest, Detail.Involvement, "Which agencies know this child.");
        Many("records", child => child.Id, records, typeof(ChildRecordGraph), ChildRecordGraph.Latest, Detail.Open, "Each agency's own records, latest first.");
        Withheld();
        Withholds(Detail.SafeAddress, "addresses", child => child.Records.Any(record => record.SafeAddress != null));
    }

    /// <summary>Ids are random: the order tells nothing of when the exchange first heard of whom.</summary>
    public static Listing Listing { get; } = new(
        "Child",
        [new ListOrder("BY_ID", "By their ids.", Detail.Open, [OrderKey.Ascending((Child child) => child.Id)])]);
}
