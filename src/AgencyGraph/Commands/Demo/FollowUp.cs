namespace AgencyGraph.Commands.Demo;

/// <summary>What someone does about an incident a little later.</summary>
/// <param name="TakeAsync">Takes the step, and gives the one that follows upon it; null for none.</param>
internal sealed record FollowUp(TimeSpan Wait, Func<CancellationToken, Task<FollowUp?>> TakeAsync);
