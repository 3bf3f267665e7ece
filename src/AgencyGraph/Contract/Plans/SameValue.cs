namespace AgencyGraph.Contract.Plans;

/// <summary>Whether two parameters' values are the same; keys of many rows stand in a list.</summary>
internal static class SameValue
{
    public static bool Are(object? left, object? right) => (left, right) switch
    {
        (byte[] bytes, byte[] others) => bytes.AsSpan().SequenceEqual(others),
        (_, System.Collections.IList { Count: 1 } list) when left is not System.Collections.IList => Are(left, list[0]),
        (System.Collections.IList lefts, System.Collections.IList rights) => lefts.Count == rights.Count && lefts.Cast<object?>().Zip(rights.Cast<object?>()).All(pair => Are(pair.First, pair.Second)),
        _ => Equals(left, right),
    };
}
