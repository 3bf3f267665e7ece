using System.ComponentModel;
using AgencyGraph.Agencies;

namespace AgencyGraph.Children;

/// <summary>An agency's own reference for a child.</summary>
public sealed record LocalChildReference
{
    [Description("The agency's code.")]
    public required AgencyCode Agency { get; init; }

    [Description("Its reference, to the letter.")]
    public required string Reference { get; init; }
}
