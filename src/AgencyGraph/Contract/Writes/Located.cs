namespace AgencyGraph.Contract.Writes;

/// <summary>An input that speaks of one record, whose node id has been read.</summary>
/// <param name="Id">The record; null where the input names it otherwise. A node id that cannot be read is the empty id: it is not found.</param>
public sealed record Located<TInput, TId>(TInput Input, TId? Id)
    where TId : struct;
