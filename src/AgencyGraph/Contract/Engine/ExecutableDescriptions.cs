using GraphQLParser;

namespace AgencyGraph.Contract.Engine;

/// <summary>Finds the descriptions of operations, fragments and variables (GraphQL, September 2025, 2.2), and leaves them out.</summary>
internal sealed class ExecutableDescriptions
{
    private readonly List<Range> found = [];
    private TokenKind previous = TokenKind.EOF;
    private Range? candidate;
    private int candidateNesting;

    /// <param name="from">Where the token before ended: the lexer's start of a block string is not where its quotes begin.</param>
    /// <param name="nesting">In how many brackets the token stands.</param>
    public void See(Token token, int from, int nesting)
    {
        if (token.Kind == TokenKind.COMMENT)
            return;
        if (candidate is { } text && nesting == candidateNesting && IsDescribed(token, nesting))
            found.Add(text);

        // What follows an equals sign is a variable's default.
        candidate = token.Kind == TokenKind.STRING && nesting <= 1 && previous != TokenKind.EQUALS ? from..token.End : null;
        candidateNesting = nesting;
        previous = token.Kind;
    }

    /// <summary>Blanks instead: what is wrong elsewhere is still found at its line and column.</summary>
    public string Without(string text)
        => found.Count == 0 ? text : string.Create(text.Length, text, (into, from) =>
        {
            from.CopyTo(into);
            foreach (var range in found)
                foreach (ref var letter in into[range])
                    letter = letter is '\n' or '\r' ? letter : ' ';
        });

    private static bool IsDescribed(Token next, int nesting)
        => nesting == 0 ? next.Kind == TokenKind.NAME && next.Value.ToString() is "query" or "mutation" or "subscription" or "fragment" : next.Kind == TokenKind.DOLLAR;
}
