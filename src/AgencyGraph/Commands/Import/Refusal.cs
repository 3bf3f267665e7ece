namespace AgencyGraph.Commands.Import;

/// <summary>A line of the extract that did not get into the graph.</summary>
/// <param name="Line">Counted from 1 over all lines of the file, blank ones included.</param>
/// <param name="Reference">The force's reference; null where the line is too broken to tell.</param>
internal sealed record Refusal(int Line, Fault Fault, string? Reference);
