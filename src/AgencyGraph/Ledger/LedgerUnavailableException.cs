namespace AgencyGraph.Ledger;

/// <summary>A disclosure could not be recorded, so that it must not happen.</summary>
public sealed class LedgerUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
