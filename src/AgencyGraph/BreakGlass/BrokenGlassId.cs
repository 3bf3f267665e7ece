using AgencyGraph.Storage;

namespace AgencyGraph.BreakGlass;

/// <summary>Names a break-glass.</summary>
public readonly record struct BrokenGlassId(Guid Value) : IRecordId<BrokenGlassId>
{
    public static BrokenGlassId New() => new(Guid.CreateVersion7());

    public static BrokenGlassId From(Guid value) => new(value);

    public int CompareTo(BrokenGlassId other) => Value.CompareTo(other.Value);

    public static bool operator <(BrokenGlassId left, BrokenGlassId right) => left.CompareTo(right) < 0;

    public static bool operator >(BrokenGlassId left, BrokenGlassId right) => left.CompareTo(right) > 0;

    public static bool operator <=(BrokenGlassId left, BrokenGlassId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BrokenGlassId left, BrokenGlassId right) => left.CompareTo(right) >= 0;
}
