using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>What the streams of an audience share besides their agency.</summary>
internal sealed record AudienceTerms(Role Role, Purpose Purpose, string? OnBehalfOf, string AudienceKey, UInt128 Filter)
{
    public static AudienceTerms Of(Seat seat)
    {
        var caller = seat.Request.Caller;
        return new AudienceTerms(caller.Role, caller.Purpose, caller.OnBehalfOf, seat.Request.AudienceKey, seat.Filter.Fingerprint);
    }
}

/// <summary>Streams that receive the same bytes, but where an entry's children are tied to one of their subjects.</summary>
internal sealed class Audience
{
    private readonly Dictionary<string, HashSet<Seat>> seatsBySubject = new(StringComparer.Ordinal);

    public bool IsEmpty => seatsBySubject.Count == 0;

    public IEnumerable<Seat> Seats => seatsBySubject.Values.SelectMany(seats => seats);

    public void Add(Seat seat)
    {
        var subject = seat.Request.Caller.Subject;
        if (!seatsBySubject.TryGetValue(subject, out var seats))
            seatsBySubject[subject] = seats = [];
        seats.Add(seat);
    }

    public void Remove(Seat seat)
    {
        var subject = seat.Request.Caller.Subject;
        if (seatsBySubject.TryGetValue(subject, out var seats) && seats.Remove(seat) && seats.Count == 0)
            seatsBySubject.Remove(subject);
    }

    /// <summary>Who of this audience is shown the entry: each subject tied to its children apart, and all the others together.</summary>
    /// <param name="tiedSubjects">The subjects of this agency who are meant in person: by a relationship with one of the entry's children, or by name.</param>
    public IEnumerable<Showing> Route(FeedEntry entry, Sight now, IReadOnlySet<string> tiedSubjects)
    {
        var any = seatsBySubject.Values.First().First();
        if (!any.Filter.MayPass(entry))
            yield break;

        foreach (var subject in tiedSubjects)
        {
            if (seatsBySubject.TryGetValue(subject, out var own) && Show(entry, now, own.First().Request.Caller, any.Filter, own) is { } showing)
                yield return showing;
        }

        var others = seatsBySubject.Where(pair => !tiedSubjects.Contains(pair.Key)).SelectMany(pair => pair.Value);
        if (Show(entry, now, Viewer.WithoutTies(any.Request.Caller), any.Filter, others) is { } shared)
            yield return shared;
    }

    private static Showing? Show(
        FeedEntry entry, Sight now, Caller viewer, StreamFilter filter, IEnumerable<Seat> candidates)
    {
        if (!RowCheck.Admits(entry, viewer, now) || !filter.Passes(entry, viewer, now))
            return null;

        var seats = candidates.Where(seat => seat.From < entry.Position).ToArray();
        return seats.Length == 0 ? null : new Showing(viewer, seats);
    }
}
