namespace AgencyGraph.Contract.Reading;

/// <summary>One page of a connection, as read.</summary>
/// <param name="Total">How many rows the caller may see in all; null unless it was asked for.</param>
public sealed record Page(
    IReadOnlyList<Row> Rows, IReadOnlyList<string> Cursors, bool HasNextPage, bool HasPreviousPage, int? Total, IReadOnlyDictionary<string, View> Views)
{
    /// <summary>The rows as selected at a path of the connection.</summary>
    public IEnumerable<Row> At(string path) => Rows.Select(row => row.Through(Views[path]));
}
