using AgencyGraph.Contract;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;

namespace AgencyGraph.Transport.Streams;

/// <summary>Runs the operations of one connection: a subscription event by event, a query or mutation as one result.</summary>
internal sealed class OperationRunner(
    IGraphService graph, IProtocol protocol, ConnectionWriter writer, OperationTable operations, ConnectionEnding ending, ILogger logger)
{
    /// <summary>Ends when the operation has stopped; never fails.</summary>
    public async Task RunAsync(Operation operation, GraphRequest request, Session session)
    {
        // The reading loop must not wait for the engine.
        await Task.Yield();
        IAsyncEnumerator<StreamResult>? results = null;
        try
        {
            results = await BeginAsync(operation, request, session);
            // A stream may last for hours: it holds no request.
            (request, session) = (null!, null!);
            while (results is not null && await results.MoveNextAsync())
                _ = await writer.WriteAsync(MessageOf(operation, results.Current), operation.Ending);
            operation.Ending.ThrowIfCancellationRequested();
            await EndAsync(operation, protocol.Complete(operation));
        }
        catch (OperationCanceledException) when (operation.Ending.IsCancellationRequested)
        {
            // The client completed it, or the connection is ending: there is nobody to tell.
            return;
        }
        catch (Exception exception)
        {
            await TellAsync(operation, exception);
        }
        finally
        {
            await StopAsync(operation, results);
        }
    }

    private ServerMessage MessageOf(Operation operation, StreamResult result)
        => protocol.Next(operation, result) with { Written = result.Written, MayLeave = result.MayLeave, Decision = result.Decision };

    /// <summary>The client completes an operation.</summary>
    public async Task AbandonAsync(string id)
    {
        try
        {
            await operations.AbandonAsync(id);
        }
        catch (AggregateException exception)
        {
            // Something that listened to the cancellation failed.
            logger.RequestFailed(Guid.NewGuid().ToString(), Fault.Describe(exception));
        }
    }

    /// <summary>The results of a subscription; null where the one result, or why there is none, has been sent.</summary>
    private async Task<IAsyncEnumerator<StreamResult>?> BeginAsync(Operation operation, GraphRequest request, Session session)
    {
        if (graph.KindOf(request) != RequestKind.Subscription)
        {
            await AnswerAsync(operation, request, session);
            return null;
        }

        switch (await graph.SubscribeAsync(request, session, operation.Ending))
        {
            case StreamAnswer.Refused refused:
                await EndAsync(operation, protocol.Error(operation, refused.Errors));
                return null;
            case StreamAnswer.Opened opened:
                return opened.Results.GetAsyncEnumerator(operation.Ending);
            case var other:
                throw new InvalidOperationException($"The engine answered {other.GetType().Name}.");
        }
    }

    private async Task AnswerAsync(Operation operation, GraphRequest request, Session session)
    {
        var answer = await graph.ExecuteAsync(request, session, operation.Ending);
        if (answer.StatusCode == StatusCodes.Status200OK)
            _ = await writer.WriteAsync(protocol.Next(operation, new StreamResult(answer.Body, null)), operation.Ending);
        else
            await EndAsync(operation, protocol.Error(operation, ErrorsOf.Response(answer.Body)));
    }

    private async Task TellAsync(Operation operation, Exception exception)
    {
        try
        {
            if (exception is StreamEndedException ended)
                ending.Close(new ConnectionClose(ended.CloseCode, ended.Message));
            else if (exception is ReadRefusedException refused && !operation.Ending.IsCancellationRequested)
                await EndAsync(operation, protocol.Error(operation, new Refusal(StatusCodes.Status400BadRequest, refused.Code, refused.Message).ToErrors()));
            else
                await FailAsync(operation, exception);
        }
        catch (OperationCanceledException) when (operation.Ending.IsCancellationRequested)
        {
            // As it was to be told, there was nobody left.
            return;
        }
    }

    private async ValueTask StopAsync(Operation operation, IAsyncEnumerator<StreamResult>? results)
    {
        try
        {
            if (results is not null)
                await results.DisposeAsync();
        }
        catch (Exception exception)
        {
            logger.RequestFailed(Guid.NewGuid().ToString(), Fault.Describe(exception));
        }
        finally
        {
            operations.Stopped(operation);
        }
    }

    private async Task FailAsync(Operation operation, Exception exception)
    {
        var requestId = Guid.NewGuid().ToString();
        logger.RequestFailed(requestId, Fault.Describe(exception));
        if (!operation.Ending.IsCancellationRequested)
            await EndAsync(operation, protocol.Error(operation, Refusal.Internal(requestId).ToErrors()));
    }

    /// <summary>The id is free before the client is told so: it may use it again at once.</summary>
    private async ValueTask EndAsync(Operation operation, ServerMessage last)
    {
        if (operations.Complete(operation))
            _ = await writer.WriteAsync(last, operation.Ending);
    }
}
