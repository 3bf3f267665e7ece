using System.Security.Cryptography;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>As whom an entry is judged and rendered.</summary>
internal static class Viewer
{
    // Security: no issuer can name a subject so, hence no relationship can be held by it.
    private static readonly string AnyMember = $"any-member-{RandomNumberGenerator.GetHexString(32)}";

    /// <summary>
    /// A member of the caller's agency and role with no relationship of their own. What such a one sees may be sent to every member:
    /// even where a relationship begins between the decision and the rendering, it shows in nobody else's payload.
    /// </summary>
    public static Caller WithoutTies(Caller caller) => caller with { Subject = AnyMember };

    /// <summary>The caller in person where the entry concerns them in person; else any member.</summary>
    public static Caller Of(Caller caller, FeedEntry entry, Sight now)
        => Concern.HoldersOf(entry, now).Contains(caller.WorkerHolder) ? caller : WithoutTies(caller);
}
