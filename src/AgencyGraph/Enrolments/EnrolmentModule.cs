using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Enrolments;

/// <summary>What enrolments add to the graph.</summary>
public sealed class EnrolmentModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Root(MutationField.Of<EnrolChildInput, Located<EnrolChildInput, ChildId>>(
            "enrolChild", Permission.RecordEnrolment, "Puts a child for whom your council is responsible on a school's roll or a health body's list.",
            typeof(ChildGraph), "child", input => new(input.IdempotencyKey, new(input, ChildIn(input.Child)))));
        graph.Root(MutationField.Of<EndEnrolmentInput, Located<EndEnrolmentInput, ChildId>>(
            "endEnrolment", Permission.EndEnrolment, "Takes a child off a school's roll or a health body's list.",
            typeof(ChildGraph), "child", input => new(input.IdempotencyKey, new(input, ChildIn(input.Child)))));
    }

    private static ChildId ChildIn(string id) => new(NodeId.DecodeOrEmpty(ChildGraph.Tag, id));
}
