namespace AgencyGraph.Commands.Watch;

/// <summary>What is to be watched, and how.</summary>
/// <param name="FindToken">Asked anew for each connection.</param>
/// <param name="Role">Null where the token carries one.</param>
/// <param name="Kinds">Empty for all.</param>
/// <param name="Children">Empty for all.</param>
/// <param name="State">Keeps the last cursor; null to begin now, and forget.</param>
/// <param name="Count">Ends after so many updates; null for never.</param>
internal sealed record WatchOrder(
    Uri Graph, Func<string> FindToken, string Purpose, string? Role, string[] Kinds, string[] Children, FileInfo? State, bool Acknowledges,
    WatchFormat Format, int? Count);
