using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>That a child was handed from one council to another: by whom, why and when. Kept, and shown to nobody yet.</summary>
public sealed class ResponsibilityTransfer
{
    public const int ReasonMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required ChildId ChildId { get; init; }

    public required AgencyCode FromCode { get; init; }

    public required AgencyCode ToCode { get; init; }

    public required string Reason { get; init; }

    /// <summary>The caller of the former council, by the subject of the sign-in.</summary>
    public required string By { get; init; }

    public required DateTime At { get; init; }
}
