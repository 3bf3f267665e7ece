using System.Text.Json;
using AgencyGraph.Contract;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Import;

/// <summary>Reads the exchange's answer to <see cref="BacklogRequest"/>.</summary>
internal static class ReplyReader
{
    private static readonly string[] NotPermitted = Names(code => code
        is ErrorCode.Unauthenticated or ErrorCode.RoleRequired
            or ErrorCode.PurposeRequired or ErrorCode.PurposeNotPermitted or ErrorCode.Forbidden);

    private static readonly string[] MayPass = Names(code => ErrorAdvice.All[code].CanResend);

    public static ExchangeReply Read(JsonElement reply, string mutation, int count)
    {
        if (FindResults(reply, mutation) is { } results)
            return ExchangeReply.Of(AnswersOf(results, count));

        if (reply.ValueKind != JsonValueKind.Object || !reply.TryGetProperty("errors", out var errors)
            || errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0)
            throw NotUnderstood("neither results nor errors");

        var message = TextOf(errors[0], "message");
        var code = errors[0].TryGetProperty("extensions", out var extensions) ? TextOf(extensions, "code") : "";
        if (NotPermitted.Contains(code))
            throw new ImportStoppedException(ImportExit.NotPermitted, $"The exchange does not permit it: {message}");
        if (MayPass.Contains(code))
            throw new NoAnswerException(message);
        return ExchangeReply.RefusedWhole(code.Length > 0 ? code : Fault.Refused, message);
    }

    private static JsonElement? FindResults(JsonElement reply, string mutation)
        => reply.ValueKind == JsonValueKind.Object
            && reply.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty(mutation, out var payload) && payload.ValueKind == JsonValueKind.Object
            && payload.TryGetProperty("results", out var results) && results.ValueKind == JsonValueKind.Array
            ? results
            : null;

    private static ItemAnswer[] AnswersOf(JsonElement results, int count)
    {
        var answers = new ItemAnswer?[count];
        foreach (var result in results.EnumerateArray())
        {
            if (!result.TryGetProperty("index", out var position) || !position.TryGetInt32(out var index) || index < 0 || index >= count
                || answers[index] is not null || !EnumNames.TryParse<ItemOutcome>(TextOf(result, "outcome"), out var outcome))
                throw NotUnderstood("a result that belongs to no item");
            answers[index] = new ItemAnswer(outcome, ErrorsOf(result));
        }

        return [.. answers.Select(answer => answer ?? throw NotUnderstood("no result for an item"))];
    }

    private static List<ItemError> ErrorsOf(JsonElement result)
        => result.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? [.. errors.EnumerateArray().Select(error => new ItemError(TextOf(error, "code"), TextOf(error, "message"), PathOf(error)))]
            : [];

    private static string PathOf(JsonElement error)
        => error.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.Array
            ? string.Join('.', path.EnumerateArray())
            : TextOf(error, "path");

    private static string TextOf(JsonElement record, string name)
        => record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString() ?? ""
            : "";

    private static string[] Names(Func<ErrorCode, bool> which) => [.. Enum.GetValues<ErrorCode>().Where(which).Select(EnumNames.NameOf)];

    private static ImportStoppedException NotUnderstood(string what)
        => new(ImportExit.Stopped, $"The exchange's answer is not understood: it holds {what}.");
}
