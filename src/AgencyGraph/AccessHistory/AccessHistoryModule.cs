using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory;

/// <summary>What the history of accesses adds to the graph.</summary>
public sealed class AccessHistoryModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new ChildAccessGraph());
        graph.Type(new AccessAlertGraph());
        graph.Of<ChildGraph>().Connection(
            "accessHistory", child => child.Id, Link.Own((ChildAccess access) => access.ChildId), typeof(ChildAccessGraph), ChildAccessGraph.Listing,
            Detail.ChildAccess, "Who was shown something of the child: to the responsible council all of it, to others what they were shown themselves.");
        graph.Root(new ConnectionField(
            "childAccesses", Permission.ReadAccessHistory, "Who was shown something of a child: what you were shown, and more where you answer for it.",
            typeof(ChildAccessGraph), ChildAccessGraph.Listing));
        graph.Root(new ConnectionField(
            "accessAlerts", Permission.ReadLedger, "What was unusual in the reading of your agency's people.", typeof(AccessAlertGraph), AccessAlertGraph.Listing));
        graph.Update(new UpdateType(
            UpdateKind.ChildAccessed, "ChildAccessed",
            "Somebody of another agency looked at a child for whom your council is responsible, for the first time on that day. Told only where `kinds` names it.",
            "access", typeof(ChildAccessGraph)));
        graph.Update(new UpdateType(
            UpdateKind.AccessAlertRaised, "AccessAlertRaised", "The reading of one of your agency's people is unusual. Told once a person and day.",
            "alert", typeof(AccessAlertGraph)));
    }
}
