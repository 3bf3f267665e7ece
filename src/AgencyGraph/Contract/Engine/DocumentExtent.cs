namespace AgencyGraph.Contract.Engine;

/// <summary>How much a set of selections asks, with every spread written out.</summary>
/// <param name="Depth">Fields one inside another.</param>
/// <param name="SchemaDepth">The same below <c>__schema</c> and <c>__type</c>; 0 where there is neither.</param>
/// <param name="Own">Fields of the set itself.</param>
/// <param name="All">Those and all below them.</param>
/// <param name="Aliases">How many of all have an alias.</param>
internal readonly record struct DocumentExtent(int Depth, int SchemaDepth, int Own, int All, int Aliases)
{
    public DocumentExtent With(DocumentExtent other) => new(
        Math.Max(Depth, other.Depth), Math.Max(SchemaDepth, other.SchemaDepth), Sum(Own, other.Own), Sum(All, other.All), Sum(Aliases, other.Aliases));

    /// <summary>One field with this inside.</summary>
    public DocumentExtent Within(bool isFree, bool hasAlias)
        => new(Depth + (isFree ? 0 : 1), SchemaDepth == 0 ? 0 : SchemaDepth + 1, 1, Sum(All, 1), Sum(Aliases, hasAlias ? 1 : 0));

    /// <summary>The same selections, as questions about the schema.</summary>
    public DocumentExtent AboutSchema() => this with { Depth = 0, SchemaDepth = Math.Max(Depth, SchemaDepth) };

    /// <summary>One field that asks for the schema, with this inside.</summary>
    public DocumentExtent WithinSchema(bool hasAlias)
        => new(1, Math.Max(Depth, SchemaDepth) + 1, 1, Sum(All, 1), Sum(Aliases, hasAlias ? 1 : 0));

    private static int Sum(int left, int right) => (int)Math.Min((long)left + right, int.MaxValue);
}
