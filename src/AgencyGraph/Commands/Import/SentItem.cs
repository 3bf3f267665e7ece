namespace AgencyGraph.Commands.Import;

/// <summary>A line on its way to the exchange.</summary>
/// <param name="Place">Where it stands in the index.</param>
internal sealed record SentItem(int Place, string Reference, ReadOnlyMemory<byte> Json);
