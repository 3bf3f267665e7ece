namespace AgencyGraph.Commands.Watch;

/// <summary>One server-sent event.</summary>
/// <param name="Name"><c>next</c> or <c>complete</c>.</param>
internal sealed record StreamEvent(string Name, string Data);
