using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.BreakGlass;

/// <summary>What break-glass adds to the graph.</summary>
public sealed class BreakGlassModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new BrokenGlassGraph());
        graph.Root(new ConnectionField(
            "breakGlassReviews", Permission.ReadBreakGlass, "Which children were opened in an emergency, by whom and why, and the reviews of that.",
            typeof(BrokenGlassGraph), BrokenGlassGraph.Listing));
        graph.Root(MutationField.Of<BreakGlassInput, BreakGlassInput>(
            "breakGlass", Permission.BreakGlass, "Opens one child in an emergency, for the purpose BREAK_GLASS and for at most four hours.",
            typeof(BrokenGlassGraph), "glass", input => new(input.IdempotencyKey, input)));
        graph.Root(MutationField.Of<ReviewBreakGlassInput, Located<ReviewBreakGlassInput, BrokenGlassId>>(
            "reviewBreakGlass", Permission.ReviewBreakGlass, "Judges whether a child for whom your council answers was rightly opened.",
            typeof(BrokenGlassGraph), "glass",
            input => new(input.IdempotencyKey, new(input, new BrokenGlassId(NodeId.DecodeOrEmpty(BrokenGlassGraph.Tag, input.Glass))))));

        Update(UpdateKind.GlassBroken, "GlassBroken",
            "Somebody opened a child in an emergency. The council that answers for the child reviews it, or the role of whoever opened it is suspended.");
        Update(UpdateKind.GlassTried, "GlassTried", "Somebody tried to open a child in an emergency, and was refused.");
        Update(UpdateKind.GlassReviewed, "GlassReviewed", "The council that answers for the child reviewed that it was opened.");
        Update(UpdateKind.GlassReviewOverdue, "GlassReviewOverdue",
            "The review was not done in time: the role of whoever opened the child is suspended until it is.");

        void Update(UpdateKind kind, string name, string description)
            => graph.Update(new UpdateType(kind, name, description, "glass", typeof(BrokenGlassGraph)));
    }
}
