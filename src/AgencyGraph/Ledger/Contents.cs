using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>What one answer or update shows: which records, which classes of their fields, how many counts. No value of any field.</summary>
/// <param name="Records">Each once. None where a question about records found none, which tells its reader something too.</param>
/// <param name="Details">The classes of which some field had a value.</param>
/// <param name="Totals">How many counts of records (<c>totalCount</c>) it tells.</param>
/// <param name="Operation">The operation's name; empty where it has none.</param>
/// <param name="Document">SHA-256 of the document's text.</param>
public sealed record Contents(
    IReadOnlyCollection<ShownRecord> Records, IReadOnlyCollection<Detail> Details, int Totals, string Operation, ReadOnlyMemory<byte> Document);
