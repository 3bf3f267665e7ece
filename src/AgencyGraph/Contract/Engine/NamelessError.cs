using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Validation;

namespace AgencyGraph.Contract.Engine;

/// <summary>What is wrong with a document or its values, without a name of the schema that the request does not have itself.</summary>
internal sealed partial class NamelessError(ErrorCode code, string message) : ExecutionError(message)
{
    public ErrorCode Reason => code;

    public static NamelessError For(ExecutionError error, ErrorCode code, GraphRequest request)
    {
        var nameless = new NamelessError(code, Text(error, code, request));
        nameless.Path = error.Path;
        foreach (var location in error.Locations ?? [])
            nameless.AddLocation(location);
        return nameless;
    }

    private static string Text(ExecutionError error, ErrorCode code, GraphRequest request)
    {
        if (code != ErrorCode.InvalidInput)
            return "The document does not fit the schema here. Compare it with the contract.";
        return error is InvalidVariableError && VariablePath().Match(error.Message) is { Success: true, Value: var path }
            ? $"What the request gives for {Known(path, request)} does not fit, or lacks something. Compare it with the contract."
            : "A value does not fit its type or limits. Compare it with the contract.";
    }

    /// <summary>The path as far as the request has its names: a member that is missing is not told.</summary>
    private static string Known(string path, GraphRequest request)
    {
        var heard = request.Query + request.Variables?.GetRawText();
        var parts = path.Split('.').TakeWhile(part => heard.Contains(part.TrimStart('$').Split('[')[0], StringComparison.Ordinal));
        return string.Join('.', parts) is { Length: > 0 } known ? known : "a variable";
    }

    [GeneratedRegex(@"\$[A-Za-z0-9_.\[\]]+")]
    private static partial Regex VariablePath();
}
