using System.IO.Pipelines;
using System.Text.Json;
using AgencyGraph.Contract;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyGraph.Transport.Http;

/// <summary>What one HTTP request asks, or why it asks nothing. The request may read from the body, and then ends with it.</summary>
internal sealed class AskedRequest : IDisposable
{
    /// <summary>Kestrel counts the framing too, and a body in chunks of one byte is six times as large.</summary>
    private const long FramingFactor = 8;

    private Action? release;

    private AskedRequest(GraphRequest? request, Refusal? refusal, Action? release = null)
        => (Request, Refusal, this.release) = (request, refusal, release);

    /// <summary>Null when refused.</summary>
    public GraphRequest? Request { get; }

    public Refusal? Refusal { get; }

    public static AskedRequest ByUrl(IQueryCollection parameters)
    {
        var (request, refusal) = UrlReader.Read(parameters);
        return new AskedRequest(request, refusal);
    }

    /// <param name="most">Bytes that this caller may send.</param>
    public static async Task<AskedRequest> ByBodyAsync(HttpContext context, int most)
    {
        var tooLarge = Refusal.BodyTooLarge(most);
        if (context.Request.ContentLength > most)
            return new AskedRequest(null, tooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most * FramingFactor;

        try
        {
            var reader = context.Request.BodyReader;
            var body = await ReadAsync(reader, most, context.RequestAborted);
            return body.Buffer.Length > most
                ? new AskedRequest(null, tooLarge, () => reader.AdvanceTo(body.Buffer.End))
                : FromJson(reader, body);
        }
        catch (BadHttpRequestException exception)
        {
            return new AskedRequest(null, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? tooLarge
                : Refusal.BrokenOff with { StatusCode = exception.StatusCode });
        }
    }

    /// <summary>Lets go of the body.</summary>
    public void Dispose()
    {
        release?.Invoke();
        release = null;
    }

    private static async Task<ReadResult> ReadAsync(PipeReader reader, int most, CancellationToken cancellationToken)
    {
        var body = await reader.ReadAtLeastAsync(most + 1, cancellationToken);
        while (body.IsCanceled)
        {
            // The server has been told to stop, and wakes every read. What is in hand is finished all the same.
            reader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
            body = await reader.ReadAtLeastAsync(most + 1, cancellationToken);
        }

        return body;
    }

    private static AskedRequest FromJson(PipeReader reader, ReadResult body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.Buffer, RequestReader.Json);
        }
        catch (JsonException exception)
        {
            return new AskedRequest(null, Refusal.NotJson(exception), () => reader.AdvanceTo(body.Buffer.End));
        }

        var (request, refusal) = RequestReader.Read(document.RootElement);
        return new AskedRequest(request, refusal, () =>
        {
            document.Dispose();
            reader.AdvanceTo(body.Buffer.End);
        });
    }
}
