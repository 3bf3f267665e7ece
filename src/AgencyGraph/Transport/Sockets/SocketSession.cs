using System.Text.Json;
using AgencyGraph.Contract;
using AgencyGraph.Transport.Streams;
using AgencyGraph.Visibility;

namespace AgencyGraph.Transport.Sockets;

/// <summary>Who is on a socket: nobody, then somebody who signed in once, until the token expires.</summary>
internal sealed class SocketSession : IAsyncDisposable
{
    private readonly HttpContext handshake;
    private readonly ISignIn signIn;
    private readonly ConnectionPlace place;
    private readonly ConnectionWriter writer;
    private readonly ConnectionEnding ending;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly SessionTimer timer;
    private IDisposable? watch;
    private Task? signingIn;
    private volatile Session? current;

    public SocketSession(
        HttpContext handshake, ISignIn signIn, ConnectionPlace place, ConnectionWriter writer, ConnectionEnding ending, TransportOptions options,
        TimeProvider clock, ILogger logger)
    {
        (this.handshake, this.signIn, this.place, this.writer) = (handshake, signIn, place, writer);
        (this.ending, this.clock, this.logger) = (ending, clock, logger);
        timer = new SessionTimer(ending, clock, options.InitWait);
    }

    /// <summary>Null until the client has been told that it is signed in.</summary>
    public Session? Current => current;

    /// <summary>The client introduces itself, once.</summary>
    public void Begin(JsonElement? payload)
    {
        if (signingIn is null)
            signingIn = SignInAsync(payload?.Clone());
        else
            ending.Close(ConnectionClose.InitTwice);
    }

    /// <summary>Ends when the client is signed in, or will not be any more.</summary>
    public Task WhenEndedAsync() => signingIn ?? Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        watch?.Dispose();
        return timer.DisposeAsync();
    }

    private async Task SignInAsync(JsonElement? payload)
    {
        await Task.Yield();
        try
        {
            var answer = await signIn.FromConnectionInitAsync(handshake, payload, ending.Token);
            payload = null; // The token is not held for as long as the socket.
            switch (answer)
            {
                case SignInAnswer.SignedIn({ Bearer: { } bearer }) when !place.TryJoin(bearer.Agency):
                    ending.Close(ConnectionClose.TooManyConnections);
                    break;
                case SignInAnswer.SignedIn(var session):
                    await HoldAsync(session);
                    break;
                case SignInAnswer.Refused refused:
                    ending.Close(new ConnectionClose(refused.CloseCode, refused.CloseReason));
                    break;
                case var other:
                    throw new InvalidOperationException($"Sign-in answered {other.GetType().Name}.");
            }
        }
        catch (OperationCanceledException) when (ending.Token.IsCancellationRequested)
        {
            // The socket has ended before the session.
            return;
        }
        catch (Exception exception)
        {
            logger.RequestFailed(Guid.NewGuid().ToString(), Fault.Describe(exception));
            ending.Close(ConnectionClose.TryAgainLater);
        }
        finally
        {
            signingIn = Task.CompletedTask; // What signing in needed is not held for as long as the socket.
        }
    }

    private async Task HoldAsync(Session session)
    {
        var expiry = new Expiry(session.ExpiresAt, clock);
        writer.SendNothingFrom(expiry);
        if (!expiry.IsPast)
        {
            // Known before the client can learn of it: its next message may be a subscription.
            current = session;
            _ = await writer.WriteAsync(SocketProtocol.Acknowledgement, ending.Token);
        }

        timer.ExpireAt(expiry);
        watch = signIn.Watch(session, () => ending.Close(ConnectionClose.Suspended));
        if (ending.HasBegun)
            watch.Dispose(); // It may have ended without waiting for this.
    }
}
