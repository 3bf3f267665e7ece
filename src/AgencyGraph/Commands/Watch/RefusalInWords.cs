using System.Text.Json;
using AgencyGraph.Contract;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Watch;

/// <summary>What a coded refusal means for the watch, and for whoever looks on.</summary>
internal static class RefusalInWords
{
    private const string ListAgain = "List again, then watch without the state file: a stream without a cursor begins with what happens next.";

    private static readonly string[] NotPermitted = [.. new[]
    {
        ErrorCode.Unauthenticated, ErrorCode.RoleRequired, ErrorCode.PurposeRequired, ErrorCode.PurposeNotPermitted, ErrorCode.Suspended, ErrorCode.Forbidden,
    }.Select(EnumNames.NameOf)];

    private static readonly TimeSpan AfterTooMuch = TimeSpan.FromMinutes(1);

    /// <summary>What is to be thrown: the connection is lost for now, or the watch is over.</summary>
    /// <param name="errors">GraphQL's <c>errors</c>, of which the first counts.</param>
    public static Exception Of(JsonElement errors)
    {
        var first = errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0 ? errors[0] : default;
        var code = Text(first, "extensions", "code");
        return Of(code.Length > 0 ? code : Text(first, "code"), Text(first, "message"));
    }

    public static Exception Of(string code, string message) => code switch
    {
        "CURSOR_EXPIRED" => Gone($"The last update received is older than what the exchange keeps ({code}). {ListAgain}"),
        "CURSOR_EPOCH_CHANGED" => Gone($"The exchange was restored from a backup since ({code}): what came after that has gone. {ListAgain}"),
        "CURSOR_INVALID" => Gone($"The position is not one of this caller, role, purpose and filter ({code}). "
            + "Use another state file for each of them, or watch without one."),
        "RATE_LIMITED" => new ConnectionLostException(Words(code, message), AfterTooMuch),
        _ when NotPermitted.Contains(code) => new WatchStoppedException(WatchExit.NotPermitted, Words(code, message)),
        _ when MayPass(code) => new ConnectionLostException(Words(code, message)),
        _ => new WatchStoppedException(WatchExit.Refused, Words(code, message)),
    };

    private static bool MayPass(string code)
        => EnumNames.TryParse<ErrorCode>(code, out var known) && (known == ErrorCode.Internal || ErrorAdvice.All[known].CanResend);

    /// <summary>With what a client does about it, in the words of the catalogue.</summary>
    private static string Words(string code, string message)
        => EnumNames.TryParse<ErrorCode>(code, out var known)
            ? $"{message} ({code}) {ErrorAdvice.All[known].ClientAction}"
            : code.Length > 0 ? $"{message} ({code})" : message.Length > 0 ? message : "The exchange refuses it and does not say why.";

    private static WatchStoppedException Gone(string message) => new(WatchExit.PositionGone, message);

    private static string Text(JsonElement record, params string[] path)
    {
        foreach (var name in path)
        {
            if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(name, out record))
                return "";
        }

        return record.ValueKind == JsonValueKind.String ? record.GetString() ?? "" : "";
    }
}
