using System.ComponentModel;

namespace AgencyGraph.Children;

/// <summary>A postal address as it comes in.</summary>
[Description("A postal address in the United Kingdom.")]
public sealed record AddressInput
{
    [Description("1 to 6 lines of 1 to 100 characters each, without the postcode.")]
    public required IReadOnlyList<string> Lines { get; init; }

    [Description("The postcode, for example BL9 0SW; leave out when it is not known.")]
    public string? Postcode { get; init; }

    [Description("True for a refuge or other address that must not reach the person who is a danger; it is kept and shown apart.")]
    public bool IsSafe { get; init; }
}
