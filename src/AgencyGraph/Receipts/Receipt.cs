using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>That an agency's receiver acknowledges what it was sent.</summary>
/// <param name="DesignatedAt">Since when it is the receiver: what was delivered before went to another.</param>
/// <param name="UpTo">The position in the feed up to which it acknowledges.</param>
public sealed record Receipt(Caller Receiver, DateTime DesignatedAt, long UpTo, DateTime At);
