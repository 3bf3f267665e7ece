using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Reading;

namespace AgencyGraph.Tests.Transport.StandIn;

/// <summary>An engine of fixed answers: the transports are what is tested.</summary>
internal sealed class StandInGraph : IGraphService
{
    public const string Secret = "Jordan Example, born 2014";

    private int produced;
    private int running;
    private long producedAt;

    /// <summary>Events that streams were asked for.</summary>
    public int Produced => Volatile.Read(ref produced);

    /// <summary>When a stream was last asked for an event.</summary>
    public DateTimeOffset LastProducedAt => new(Volatile.Read(ref producedAt), TimeSpan.Zero);

    /// <summary>Streams that have begun and not ended.</summary>
    public int Running => Volatile.Read(ref running);

    public GraphRequest? LastRequest { get; private set; }

    public TaskCompletionSource LeftByClient { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RequestKind KindOf(GraphRequest request) => request.Query?.Split(' ')[0] switch
    {
        "subscription" => RequestKind.Subscription,
        "mutation" => RequestKind.Mutation,
        "{" => RequestKind.Query,
        _ => RequestKind.Unknown,
    };

    public async Task<GraphAnswer> ExecuteAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        LastRequest = request;
        switch (request.Query)
        {
            case "{ hello }" or "mutation { hello }":
                return Answer(200, """{"data":{"hello":"wörld"}}""");
            case "{ echo }":
                return Answer(200, $$$"""{"data":{"echo":{{{request.Variables?.GetRawText() ?? "null"}}}}}""");
            case "{ partly }":
                return Answer(200, """{"data":{"partly":null},"errors":[{"message":"Not there.","path":["partly"]}]}""");
            case "{ forbidden }":
                return Answer(403, """{"errors":[{"message":"Not for you.","extensions":{"code":"FORBIDDEN"}}]}""");
            case "{ fault }":
                throw new InvalidOperationException(Secret);
            case "{ slow }":
                return await WaitForTheClientToLeaveAsync(cancellationToken);
            default:
                return Answer(400, """{"extensions":{"errors":[]},"errors":[{"message":"Wrong.","extensions":{"code":"VALIDATION"}}]}""");
        }
    }

    public async Task<StreamAnswer> SubscribeAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        LastRequest = request;
        await Task.Yield();
        // The token comes with the enumeration.
        return request.Query switch
        {
            "subscription { count }" => new StreamAnswer.Opened(CountAsync(Number(request, "to"), Number(request, "bytes"), CancellationToken.None)),
            "subscription { never }" => new StreamAnswer.Opened(NeverAsync(CancellationToken.None)),
            "subscription { fault }" => new StreamAnswer.Opened(FailAsync(new InvalidOperationException(Secret))),
            "subscription { refused }" => new StreamAnswer.Opened(FailAsync(new ReadRefusedException(ErrorCode.InvalidInput, "Ask for less."))),
            "subscription { revoked }" => new StreamAnswer.Opened(FailAsync(new StreamEndedException(4403, "Access revoked"))),
            _ => new StreamAnswer.Refused("""[{"message":"Wrong.","extensions":{"code":"CURSOR_INVALID"}}]"""u8.ToArray()),
        };
    }

    private static GraphAnswer Answer(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));

    private static int Number(GraphRequest request, string name)
        => request.Variables is { } variables && variables.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32() : 0;

    private static StreamResult Event(int number, int bytes)
        => new(Encoding.UTF8.GetBytes($$$"""{"data":{"count":{{{number}}},"pad":"{{{new string('x', bytes)}}}"}}"""), $"after-{number}");

    private async Task<GraphAnswer> WaitForTheClientToLeaveAsync(CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(() => LeftByClient.TrySetResult()))
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return Answer(200, "{}");
    }

    private async IAsyncEnumerable<StreamResult> CountAsync(
        int to, int bytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _ = Interlocked.Increment(ref running);
        try
        {
            for (var number = 1; number <= to; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _ = Interlocked.Increment(ref produced);
                Volatile.Write(ref producedAt, DateTimeOffset.UtcNow.Ticks);
                yield return Event(number, bytes);
                await Task.Yield();
            }
        }
        finally
        {
            _ = Interlocked.Decrement(ref running);
        }
    }

    private async IAsyncEnumerable<StreamResult> NeverAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _ = Interlocked.Increment(ref running);
        try
        {
            yield return Event(0, 0);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            _ = Interlocked.Decrement(ref running);
        }
    }

    private static async IAsyncEnumerable<StreamResult> FailAsync(Exception exception)
    {
        yield return Event(1, 0);
        await Task.Yield();
        throw exception;
    }
}
