namespace AgencyGraph.Contract.Writes;

/// <summary>One keyed input with the hash of its body and its place in the batch.</summary>
internal sealed record WriteRequest<TInput>(int Position, Guid Key, TInput Input, byte[] BodyHash);
