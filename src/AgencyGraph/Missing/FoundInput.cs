using System.ComponentModel;
using AgencyGraph.Children;

namespace AgencyGraph.Missing;

/// <summary>A child's return, as it comes in.</summary>
[Description("That the child was found.")]
public sealed record FoundInput
{
    [Description("When the child was found or came back: ISO 8601 with offset, not before startedAt, not after the server's clock.")]
    public required string FoundAt { get; init; }

    [Description("When the force wrote that in its record system: ISO 8601 with offset, not before foundAt.")]
    public required string RecordedAt { get; init; }

    [Description("RETURNED, FOUND_BY_POLICE, FOUND_BY_FAMILY_OR_CARER or FOUND_BY_OTHERS.")]
    public required string How { get; init; }

    [Description("Where the child was found; isSafe keeps it apart from other places.")]
    public AddressInput? Place { get; init; }
}
