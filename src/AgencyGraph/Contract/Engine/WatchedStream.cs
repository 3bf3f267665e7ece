using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Engine;

/// <summary>A stream's results, which end when its caller's access is suspended, whatever transport they go over.</summary>
internal sealed class WatchedStream(UpdateFrames frames) : IAsyncEnumerable<StreamResult>, IAsyncEnumerator<StreamResult>
{
    private IStanding? standing;
    private Bearer? bearer;
    private IDisposable? watch;

    public StreamResult Current
        => new(frames.Current.Payload, frames.Current.Cursor, frames.Current.Written, frames.MayLeave) { Decision = frames.Current.Decision };

    /// <summary>To be called before the results are asked for.</summary>
    public void EndWhenSuspended(Bearer whose, IStanding by) => (bearer, standing) = (whose, by);

    public IAsyncEnumerator<StreamResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _ = frames.GetAsyncEnumerator(cancellationToken);
        if (bearer is not null)
            watch = standing!.Watch(bearer, Suspend);
        return this;
    }

    public ValueTask<bool> MoveNextAsync() => frames.MoveNextAsync();

    public ValueTask DisposeAsync()
    {
        watch?.Dispose();
        return frames.DisposeAsync();
    }

    private void Suspend()
        => frames.EndWith(new StreamEndedException(SignInAnswer.Refused.Suspended.CloseCode, EnumNames.NameOf(ErrorCode.Suspended)));
}
