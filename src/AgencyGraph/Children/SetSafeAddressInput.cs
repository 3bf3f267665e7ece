using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Children;

/// <summary>A safe address, as it comes in.</summary>
[Description("The safe address in a council's own record of a child.")]
public sealed record SetSafeAddressInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The child's id.")]
    public required string Child { get; init; }

    [Description("The council's own reference of the record; needed only where the council holds several records of the child.")]
    public string? LocalReference { get; init; }

    [Description("The version of the council's record that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("The safe address; it is one whatever isSafe says.")]
    public required AddressInput Address { get; init; }
}
