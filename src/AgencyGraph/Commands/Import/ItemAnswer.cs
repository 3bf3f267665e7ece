namespace AgencyGraph.Commands.Import;

/// <summary>The exchange's answer to one item.</summary>
internal sealed record ItemAnswer(ItemOutcome Outcome, IReadOnlyList<ItemError> Errors);
