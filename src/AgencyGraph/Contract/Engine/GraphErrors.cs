using System.Text.Json;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace AgencyGraph.Contract.Engine;

/// <summary>Turns what went wrong into coded errors that say what to do and nothing of the inside.</summary>
internal sealed partial class GraphErrors(IStorageEngine storage, ILogger<GraphErrors> log) : IErrorInfoProvider
{
    private const string StoreAway = "The store cannot be reached or is full; nothing was changed. Try again with the same idempotency key.";

    private const string Suggestion = " Did you mean ";

    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        var (code, message) = Describe(executionError);
        return new ErrorInfo
        {
            Message = message,
            Extensions = new Dictionary<string, object?> { ["code"] = EnumNames.NameOf(code) },
        };
    }

    /// <summary>Whether the fault is the store's, and the same request may succeed later.</summary>
    public bool IsUnavailable(Exception? exception) => exception is UnavailableException || (exception is not null && storage.IsUnavailable(exception));

    /// <summary>The whole response where the store cannot be reached before anything was done.</summary>
    public ReadOnlyMemory<byte> Unavailable(Exception exception)
    {
        LogUnavailable(Fault.Describe(exception));
        return Body(ErrorCode.Unavailable, StoreAway);
    }

    /// <summary>A response that holds only one error.</summary>
    /// <param name="hasRun">Whether the operation was begun: then the response says that it has no data.</param>
    public static ReadOnlyMemory<byte> Body(ErrorCode code, string message, bool hasRun = false)
        => hasRun
            ? JsonSerializer.SerializeToUtf8Bytes(new { errors = Errors(code, message), data = (object?)null })
            : JsonSerializer.SerializeToUtf8Bytes(new { errors = Errors(code, message) });

    public static object[] Errors(ErrorCode code, string message) => [new { message, extensions = new { code = EnumNames.NameOf(code) } }];

    /// <summary>For who may not ask for the schema: what is wrong with a document or its values, in no names but the request's own.</summary>
    public ExecutionErrors? WithoutNames(ExecutionErrors? found, GraphRequest request)
    {
        if (found is null)
            return null;
        var named = new ExecutionErrors();
        named.AddRange(found.Select(error => error is ValidationError or { InnerException: FormatException } ? NamelessError.For(error, Describe(error).Code, request) : error));
        return named;
    }

    private (ErrorCode Code, string Message) Describe(ExecutionError error)
    {
        switch (error)
        {
            case { InnerException: ReadRefusedException refused }:
                return (refused.Code, refused.Message);
            case RefusedDocumentError document:
                return (document.Reason, document.Message);
            case NamelessError nameless:
                return (nameless.Reason, nameless.Message);
            case SyntaxError:
                return (ErrorCode.SyntaxError, error.Message);
            case InvalidVariableError or InvalidValueError or { InnerException: FormatException }:
                return (ErrorCode.InvalidInput, WithoutSuggestion(error.Message));
            case ValidationError or NoOperationError or NoOperationNameError or InvalidOperationNameError or DocumentError:
                return (ErrorCode.ValidationFailed, WithoutSuggestion(error.Message));
            case { InnerException: WrittenButNotReadException { InnerException: var cause } } when IsUnavailable(cause):
                LogUnread(Fault.Describe(cause!));
                return (ErrorCode.Unavailable,
                    "The write was carried out; its answer could not be read: ask again, or send it again with the same idempotency key.");
            case not null when IsUnavailable(error.InnerException):
                LogUnavailable(Fault.Describe(error.InnerException!));
                return (ErrorCode.Unavailable, StoreAway);
            default:
                var fault = Guid.NewGuid();
                LogFault(Fault.Describe(error!.InnerException ?? error), fault);
                return (ErrorCode.Internal, $"Something failed in the server. Report it with this id: {fault}");
        }
    }

    /// <summary>Suggestions would name fields that the caller may not know of.</summary>
    private static string WithoutSuggestion(string message)
    {
        var at = message.IndexOf(Suggestion, StringComparison.Ordinal);
        return at < 0 ? message : message[..at];
    }

    [LoggerMessage(7001, LogLevel.Error, "A request failed; its caller was given the id {Fault}: {Cause}")]
    private partial void LogFault(string cause, Guid fault);

    [LoggerMessage(7003, LogLevel.Error, "A write was carried out, but its answer could not be read: {Cause}")]
    private partial void LogUnread(string cause);

    [LoggerMessage(7002, LogLevel.Error, "The database cannot answer at present: {Cause}")]
    private partial void LogUnavailable(string cause);
}
