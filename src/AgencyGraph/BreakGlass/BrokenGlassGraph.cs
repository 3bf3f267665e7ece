using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.BreakGlass;

/// <summary>The graph type <c>BrokenGlass</c>.</summary>
public sealed class BrokenGlassGraph : RecordGraph<BrokenGlass>
{
    public const char Tag = 'b';

    public BrokenGlassGraph() : base(
        "BrokenGlass", "That somebody opened a child in an emergency, or tried to; and the review of it by the council that answers for the child.")
    {
        Id(Tag, glass => glass.Id);
        Field("version", glass => glass.Version, Detail.Open, "Rises by one with each change; pass it as `expectedVersion`.");
        Field("state", glass => glass.State, Detail.BreakGlass, "How far it has come.");
        Reference("child", glass => glass.ChildId, typeof(ChildGraph), Detail.Open, "The child, where you may see the child; null otherwise, and where nothing was opened.");
        OptionalObject("council", glass => glass.Council, typeof(AgencyBodyGraph), Detail.ResponsibleCouncil, "The council that answers for the child.");
        Object("byAgency", glass => glass.ByAgency, typeof(AgencyBodyGraph), Detail.BreakGlass, "The agency of whoever opened the child.");
        Field("by", glass => glass.By, Detail.BreakGlass, "Who opened the child, by the subject of the sign-in.");
        Field("role", glass => glass.Role, Detail.BreakGlass, "In which role.");
        Field("reasonCode", glass => glass.ReasonCode, Detail.BreakGlass, "For which kind of reason.");
        FreeText("reason", glass => glass.Reason, Detail.BreakGlassReason, "Why.");
        Field("at", glass => glass.At, Detail.BreakGlass, "When the child was opened, or that was tried.");
        Optional("openUntil", glass => glass.OpenUntil, Detail.BreakGlass, "Until when the child is open; null where it was not opened.");
        Optional("reviewDueAt", glass => glass.ReviewDueAt, Detail.BreakGlass, "By when the review is to be done; null where there is nothing to review.");
        Optional("verdict", glass => glass.Verdict, Detail.BreakGlass, "What the review finds; null until it is done.");
        FreeText("note", glass => glass.Note, Detail.BreakGlassReason, "Why it finds so; null until it is done.");
        Optional("reviewedBy", glass => glass.ReviewedBy, Detail.ResponsibleCouncil, "Who reviewed it, by the subject of the sign-in; null until it is done.");
        Optional("reviewedAt", glass => glass.ReviewedAt, Detail.BreakGlass, "When it was reviewed; null until it is.");
    }

    public static Listing Listing { get; } = new(
        "BrokenGlass",
        [
            new ListOrder(
                "LATEST_FIRST", "By when the child was opened or that was tried, latest first.", Detail.BreakGlass,
                [OrderKey.Descending((BrokenGlass glass) => glass.At), OrderKey.Descending((BrokenGlass glass) => glass.Id)]),
            new ListOrder(
                "EARLIEST_FIRST", "By when the child was opened or that was tried, earliest first: what is to be reviewed next.", Detail.BreakGlass,
                [OrderKey.Ascending((BrokenGlass glass) => glass.At), OrderKey.Ascending((BrokenGlass glass) => glass.Id)]),
        ],
        ListFilter.Of<BrokenGlassFilter>(BrokenGlassFilter.Conditions));
}
