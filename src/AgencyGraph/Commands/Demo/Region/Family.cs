using AgencyGraph.Children;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>Invented people who live together, or did.</summary>
/// <param name="Adults">The mother first; then a partner and a former partner, where there are such.</param>
/// <param name="Children">One to five, the eldest first.</param>
/// <param name="Weight">How often the police come, beside other families.</param>
/// <param name="IsKnownToCouncil">Whether the council has records of the children.</param>
/// <param name="Worker">The social worker to whom the children are allocated; null for none.</param>
/// <param name="SafeAddress">Where they are kept safe from the partner; null where they need not be.</param>
internal sealed record Family(
    SampleCouncil Council,
    AddressInput Home,
    IReadOnlyList<FamilyAdult> Adults,
    IReadOnlyList<FamilyChild> Children,
    int Weight,
    bool IsKnownToCouncil,
    string? Worker,
    AddressInput? SafeAddress);
