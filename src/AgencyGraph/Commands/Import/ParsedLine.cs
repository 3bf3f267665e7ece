namespace AgencyGraph.Commands.Import;

/// <summary>A line as far as it can be read.</summary>
/// <param name="Reference">Null where it cannot be read.</param>
/// <param name="Revision">0 where it cannot be read.</param>
/// <param name="Item">
/// The item of the mutation's input as JSON, the same for the same content however it was written; empty where there is a fault.
/// </param>
/// <param name="Fault">What only the importer can see to be wrong; null where the exchange is to judge.</param>
internal sealed record ParsedLine(string? Reference, int Revision, ReadOnlyMemory<byte> Item, Fault? Fault);
