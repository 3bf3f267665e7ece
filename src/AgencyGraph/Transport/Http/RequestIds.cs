namespace AgencyGraph.Transport.Http;

/// <summary>Gives each request the id by which its client and the operator find it: in the answer, in an error, and in the log's scope.</summary>
internal sealed class RequestIds(RequestDelegate next, ILogger<RequestIds> logger)
{
    public const string Header = "X-Request-ID";

    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("Request {RequestId}");

    public async Task InvokeAsync(HttpContext context)
    {
        string? sent = context.Request.Headers[Header];
        var id = IsSafe(sent) ? sent! : Guid.NewGuid().ToString();
        context.TraceIdentifier = id;
        context.Response.Headers[Header] = id;
        using (Scope(logger, id))
            await next(context);
    }

    /// <summary>
    /// A client's id goes into the log, so it must not be able to say anything: a UUID, or 16 to 32 hexadecimal digits.
    /// A name does not fit, nor does a number by which a person is known.
    /// </summary>
    private static bool IsSafe(string? id)
        => id is not null && (Guid.TryParseExact(id, "D", out _) || (id.Length is >= 16 and <= 32 && id.All(char.IsAsciiHexDigit)));
}
