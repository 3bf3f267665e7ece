using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Deadlines;

/// <summary>What clocks add to the graph. They are no feature's: features start them.</summary>
public sealed class DeadlineModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new ClockGraph());
        graph.Type(new DeadlineGraph());
        graph.Type(new DeadlinePauseGraph());
        graph.Root(new ConnectionField(
            "deadlines", Permission.ReadDeadlines, "What is to be done by when, on the records that you may see: running, missed and stopped.",
            typeof(DeadlineGraph), DeadlineGraph.Listing));
        Update(UpdateKind.DeadlineAtRisk, "DeadlineAtRisk", "The last part of a deadline's time has begun. Told once.");
        Update(UpdateKind.DeadlineMissed, "DeadlineMissed", "A deadline was missed. Told once, and then not that it is at risk.");
        Update(UpdateKind.DeadlineEscalated, "DeadlineEscalated", "A deadline that was missed is escalated further. Told once for each level.");

        void Update(UpdateKind kind, string name, string description)
            => graph.Update(new UpdateType(kind, name, description, "deadline", typeof(DeadlineGraph)));
    }
}
