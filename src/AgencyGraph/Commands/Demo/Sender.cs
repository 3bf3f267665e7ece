using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Commands.Demo;

/// <summary>Who sends a request: one of the systems and people that the demonstration plays.</summary>
/// <param name="Subject">The person; null for one named after the role.</param>
internal sealed record Sender(Role Role, AgencyCode Agency, string? Subject = null)
{
    public static Sender PoliceSystem(string force) => new(Role.PoliceSystem, new AgencyCode(force));

    public static Sender CouncilSystem(string council) => new(Role.CouncilSystem, new AgencyCode(council));

    public static Sender Hub(string council) => new(Role.HubPractitioner, new AgencyCode(council));
}
