namespace AgencyGraph.Commands.Import;

/// <summary>One reason why the exchange refused an item.</summary>
/// <param name="Path">Where in the item, by the exchange's names; empty where it is about the whole item.</param>
internal sealed record ItemError(string Code, string Message, string Path);
