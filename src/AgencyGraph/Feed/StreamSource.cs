using AgencyGraph.Storage;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Feed;

/// <summary>Where streams read: the past and the live flow.</summary>
internal sealed class StreamSource(FeedReader reader, LiveStreams live, UpdateLedger ledger, OpenStreams open, DatabaseContact contact, IOptions<FeedOptions> options, TimeProvider clock, ILogger<StreamSource> log)
{
    /// <summary>So long a stream whose rendering was slow reads for itself, so that it does not cost the live flow its budget each time.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    public Task Started => live.Started;

    public long Now => clock.GetTimestamp();

    /// <summary>Whether what was decided under a policy epoch must be decided again. One for all the streams.</summary>
    public Func<long, bool> IsOutdated { get; } = policyEpoch => policyEpoch < live.PolicyEpoch;

    public DateTime UtcNow => clock.UtcInstant();

    /// <summary>Read before a seat is looked into: what is not in it by then is not for its stream, up to here.</summary>
    public long Settled => live.Settled;

    public bool IsBlind => contact.IsBlind;

    /// <summary>Whether what was decided to be shown may still leave the server.</summary>
    public Func<bool> MayLeave { get; } = () => !contact.IsBlind;

    public Task NextLookAsync() => contact.NextLookAsync();

    public bool IsBookmarkDue(long shownAt) => clock.GetElapsedTime(shownAt) >= options.Value.BookmarkEvery;

    public void Opened(UpdateFrames frames) => open.Add(frames);

    public void Closed(UpdateFrames frames) => open.Remove(frames);

    public bool IsApart(long? slowSince) => slowSince is { } since && clock.GetElapsedTime(since) < Apart;

    public bool TryJoin(Seat seat, long reached) => live.TryJoin(seat, reached, within: FeedReader.PageSize);

    public void Leave(Seat seat) => live.Leave(seat);

    public Past PastOf(StreamRequest request, StreamFilter filter, long position)
        => new(reader, live, ledger, contact, request, filter, clock, log) { Position = position };
}
