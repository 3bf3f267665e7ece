namespace AgencyGraph.Commands.Import;

/// <summary>What to import, and where to.</summary>
/// <param name="Endpoint">The exchange's GraphQL address.</param>
/// <param name="FindToken">The bearer token; asked again when the exchange no longer accepts the last one.</param>
internal sealed record ImportOrder(
    FileInfo Extract, ExtractKind Kind, SendingForce Force, Uri Endpoint, string Rejects, Func<string> FindToken, Patience Patience);
