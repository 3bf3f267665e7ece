namespace AgencyGraph.Contract;

/// <summary>
/// The configuration section <c>Documents</c>: how much one document may ask, counted before anything of it is validated or run, and how large an
/// answer may grow.
/// </summary>
public sealed class DocumentOptions
{
    /// <summary>About how much memory a parsed document holds for each character of its text.</summary>
    internal const int BytesACharacter = 24;

    /// <summary>How many characters a document may have. What is sent in bulk belongs into its variables.</summary>
    public int MaxLength { get; set; } = 256 * 1024;

    /// <summary>How many lexical tokens it may have, counted before it is parsed.</summary>
    public int MaxTokens { get; set; } = 5_000;

    /// <summary>How many brackets of any kind may stand one inside another, counted before it is parsed. The parser recurses.</summary>
    public int MaxNesting { get; set; } = 60;

    /// <summary>How many fields may stand one inside another; <c>edges</c>, <c>nodes</c>, and <c>node</c> of an edge are free.</summary>
    public int MaxDepth { get; set; } = 10;

    /// <summary>The same below <c>__schema</c> and <c>__type</c>, where introspection is permitted.</summary>
    public int MaxIntrospectionDepth { get; set; } = 20;

    /// <summary>How many fields an operation may have in all, with every spread of a fragment written out.</summary>
    public int MaxFields { get; set; } = 500;

    /// <summary>How many fields the root of an operation may have, likewise.</summary>
    public int MaxRootFields { get; set; } = 10;

    /// <summary>How many aliases an operation may have, likewise.</summary>
    public int MaxAliases { get; set; } = 30;

    /// <summary>How many directives may stand on one field, fragment, operation or variable.</summary>
    public int MaxDirectives { get; set; } = 8;

    /// <summary>How many bytes an answer, or one update of a stream, may have.</summary>
    public int MaxAnswerBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How many rows an operation may read for its answer.</summary>
    public int MaxAnswerRows { get; set; } = 100_000;

    /// <summary>About how much memory each cache of documents and plans may hold, for trusted documents and again for free ones.</summary>
    public long MaxCachedBytes { get; set; } = 64 * 1024 * 1024;

    internal bool AreSane()
        => MaxLength > 0 && MaxTokens > 0 && MaxNesting is > 0 and <= 100 && MaxDepth > 0 && MaxIntrospectionDepth > 0 && MaxFields > 0
            && MaxRootFields > 0 && MaxAliases >= 0 && MaxDirectives >= 0 && MaxAnswerBytes > 0 && MaxAnswerRows > 0 && MaxCachedBytes >= 0;
}
