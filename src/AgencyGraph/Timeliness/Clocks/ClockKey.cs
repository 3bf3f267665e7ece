using AgencyGraph.Storage;

namespace AgencyGraph.Timeliness.Clocks;

/// <summary>Names one edition of a clock, of one partnership or for everybody: <c>ICPC.1</c>, <c>MASH_R.MRT.1</c>.</summary>
public readonly record struct ClockKey(string Value) : ICode<ClockKey>
{
    public const int MaxLength = 60;

    public static ClockKey FromStore(string value) => new(value);

    public override string ToString() => Value;
}
