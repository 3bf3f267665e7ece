using AgencyGraph.Storage;

namespace AgencyGraph.Feed;

/// <summary>A cursor as consumers hold it: sealed, so that it says nothing to them and cannot be made by them.</summary>
public readonly record struct CursorText(string Value) : ICode<CursorText>
{
    public const int Length = CursorSeal.TextLength;

    public static CursorText FromStore(string value) => new(value);

    public override string ToString() => Value;
}
