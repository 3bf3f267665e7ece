using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// The streams in the live flow, by agency and audience, and how far the flow has come. Joining and taking the next entry happen
/// under one lock, so an entry reaches a stream either through its seat or through the stream's own reading, never both or neither.
/// </summary>
internal sealed class LiveStreams
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<AudienceTerms, Audience>> audiencesByAgency = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position;
    private long settled;
    private long policyEpoch;

    /// <summary>Done once the pump knows from where the flow goes on. Nobody joins before.</summary>
    public Task Started => started.Task;

    /// <summary>Every seat has been offered all that it is to be shown up to here.</summary>
    public long Settled => Volatile.Read(ref settled);

    public void Settle(long upTo) => Volatile.Write(ref settled, upTo);

    public void Start(long head)
    {
        lock (gate)
            position = head;
        Settle(head);
        started.SetResult();
    }

    /// <summary>
    /// Takes a seat for a stream that has come to <paramref name="reached"/>, unless the flow is more than <paramref name="within"/>
    /// entries ahead. What lies between <paramref name="reached"/> and <see cref="Seat.From"/> the stream reads itself.
    /// </summary>
    public bool TryJoin(Seat seat, long reached, int within)
    {
        lock (gate)
        {
            if (position - reached > within)
                return false;

            seat.From = Math.Max(position, reached);
            var agency = seat.Request.Caller.Agency.Value;
            if (!audiencesByAgency.TryGetValue(agency, out var audiences))
                audiencesByAgency[agency] = audiences = [];
            var terms = AudienceTerms.Of(seat);
            if (!audiences.TryGetValue(terms, out var audience))
                audiences[terms] = audience = new Audience();
            audience.Add(seat);
            return true;
        }
    }

    public void Leave(Seat seat)
    {
        lock (gate)
        {
            var agency = seat.Request.Caller.Agency.Value;
            var terms = AudienceTerms.Of(seat);
            if (!audiencesByAgency.TryGetValue(agency, out var audiences) || !audiences.TryGetValue(terms, out var audience))
                return;

            audience.Remove(seat);
            if (audience.IsEmpty && audiences.Remove(terms) && audiences.Count == 0)
                audiencesByAgency.Remove(agency);
        }
    }

    /// <summary>The flow goes on after <paramref name="to"/>: whoever is seated reads for itself from where the flow was.</summary>
    public void Skip(long to)
    {
        lock (gate)
        {
            foreach (var seat in audiencesByAgency.Values.SelectMany(audiences => audiences.Values).SelectMany(audience => audience.Seats))
                seat.Close(Math.Max(position, seat.From));
            audiencesByAgency.Clear();
            position = to;
        }
    }

    /// <summary>The highest policy epoch that this node knows of.</summary>
    public long PolicyEpoch => Volatile.Read(ref policyEpoch);

    public void NotePolicyEpoch(long read) => Volatile.Write(ref policyEpoch, read);

    /// <summary>The flow comes to <paramref name="entry"/>: who of those seated now is to be shown it.</summary>
    public IReadOnlyList<Showing> Advance(FeedEntry entry, Sight now)
    {
        var concern = Concern.Of(entry, now);
        lock (gate)
        {
            var showings = new List<Showing>();
            foreach (var (agency, tiedSubjects) in concern)
            {
                if (audiencesByAgency.TryGetValue(agency, out var audiences))
                    showings.AddRange(audiences.Values.SelectMany(audience => audience.Route(entry, now, tiedSubjects)));
            }

            position = entry.Position;
            return showings;
        }
    }
}
