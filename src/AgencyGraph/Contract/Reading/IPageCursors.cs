namespace AgencyGraph.Contract.Reading;

/// <summary>Reads cursors of pages. While a plan is compiled, stand-ins are read in their place.</summary>
internal interface IPageCursors
{
    /// <exception cref="ReadRefusedException">It is no cursor of this list, order and caller.</exception>
    IReadOnlyList<CursorValue> Open(string cursor, CursorScope scope, IReadOnlyList<Type> keys);
}
