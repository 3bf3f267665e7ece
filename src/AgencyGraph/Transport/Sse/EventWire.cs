using AgencyGraph.Transport.Streams;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace AgencyGraph.Transport.Sse;

/// <summary>The body of one response, sent on event by event.</summary>
internal sealed class EventWire(HttpContext context) : IWire
{
    private const string ContentType = "text/event-stream; charset=utf-8";

    public bool IsOpen => !context.RequestAborted.IsCancellationRequested;

    /// <summary>Prepares the response; its head goes with the first message.</summary>
    public void Begin()
    {
        context.Response.ContentType = ContentType;
        // A proxy would hold back what it has not enough of.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // Who does not read is cut off by the writer, after the same wait as on a socket.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message)
        => _ = await context.Response.BodyWriter.WriteAsync(message, context.RequestAborted);

    public Task CloseAsync(ConnectionClose why)
        => why == ConnectionClose.Farewell ? Task.CompletedTask : SendAsync(EventProtocol.Closing(why)).AsTask();

    public void Abort() => context.Abort();
}
