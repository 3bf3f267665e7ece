using GraphQLParser;
using GraphQLParser.Exceptions;

namespace AgencyGraph.Contract.Engine;

/// <summary>What is done before a document is parsed, token by token: the parser recurses, and builds all that it reads.</summary>
internal static class DocumentScan
{
    /// <returns>The text for the parser, which knows no descriptions of operations, fragments and variables.</returns>
    /// <exception cref="RefusedDocumentError">It is longer or nested deeper than is allowed.</exception>
    public static string Read(string text, DocumentOptions options)
    {
        if (text.Length > options.MaxLength)
            throw new RefusedDocumentError(ErrorCode.TooComplex, $"The document has more than {options.MaxLength} characters.");

        var descriptions = new ExecutableDescriptions();
        var (tokens, nesting, at) = (0, 0, 0);
        while (Next(text, at) is { Kind: not TokenKind.EOF } token)
        {
            if (++tokens > options.MaxTokens)
                throw new RefusedDocumentError(ErrorCode.TooComplex, $"The document has more than {options.MaxTokens} tokens.");
            descriptions.See(token, at, nesting);
            nesting += Step(token.Kind);
            if (nesting > options.MaxNesting)
                throw new RefusedDocumentError(ErrorCode.MaxDepth, $"The document nests brackets more than {options.MaxNesting} deep.");
            at = token.End;
        }

        return descriptions.Without(text);
    }

    /// <summary>Null where there is no token: the parser stops there too, and says why.</summary>
    private static Token? Next(string text, int at)
    {
        try
        {
            return Lexer.Lex(text, at);
        }
        catch (GraphQLSyntaxErrorException)
        {
            return null;
        }
    }

    private static int Step(TokenKind kind) => kind switch
    {
        TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L => 1,
        TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R => -1,
        _ => 0,
    };
}
