namespace AgencyGraph.Contract.Engine;

/// <summary>What was written is committed; reading it back for the answer failed.</summary>
internal sealed class WrittenButNotReadException(Exception cause) : Exception("A write was carried out and its answer could not be read.", cause);
