namespace AgencyGraph.Contract.Writes;

/// <summary>An input under the caller's idempotency key: the same key and body have one effect, however often they are sent.</summary>
public sealed record Keyed<TInput>(Guid IdempotencyKey, TInput Input);
