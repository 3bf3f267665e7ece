using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory.Indexing;

/// <summary>One reader's reading of one child on one day: what makes an access the same one.</summary>
internal sealed record Reading(ChildId Child, DateOnly Day, AgencyCode Agency, string Reader, string OnBehalfOf, Role Role, Purpose Purpose)
{
    public string Holder => Relationship.WorkerHolder(Agency.Value, Reader);

    public static Reading Of(ChildAccess access)
        => new(access.ChildId, access.Day, access.ReaderAgencyCode, access.Reader, access.OnBehalfOf, access.Role, access.Purpose);
}

/// <summary>How often it was, and when.</summary>
internal sealed class ReadingTally
{
    public DateTime FirstAt { get; private set; } = DateTime.MaxValue;

    public DateTime LastAt { get; private set; } = DateTime.MinValue;

    public int Times { get; private set; }

    /// <summary>How often the reader asked; otherwise it was pushed, or is what the reader wrote.</summary>
    public int Looks { get; private set; }

    public int OutOfHours { get; private set; }

    public void Add(DateTime at, bool isLook, bool isOutOfHours)
    {
        (FirstAt, LastAt) = (at < FirstAt ? at : FirstAt, at > LastAt ? at : LastAt);
        Times++;
        Looks += isLook ? 1 : 0;
        OutOfHours += isLook && isOutOfHours ? 1 : 0;
    }
}
