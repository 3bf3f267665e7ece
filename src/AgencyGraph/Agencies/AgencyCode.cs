using AgencyGraph.Storage;

namespace AgencyGraph.Agencies;

/// <summary>The short code that names an agency everywhere: <c>BUR</c> for a council, <c>greater-manchester</c> for a force.</summary>
public readonly record struct AgencyCode(string Value) : ICode<AgencyCode>
{
    public const int MaxLength = 40;

    public static AgencyCode FromStore(string value) => new(value);

    public override string ToString() => Value;
}
