using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans;

/// <summary>Where a statement's parameter gets its value on each run.</summary>
internal abstract record PlanLeaf
{
    /// <summary>A value that the request brings, by its place among them.</summary>
    public sealed record Argument(int Index) : PlanLeaf;

    /// <summary>One key of a cursor that the request brings.</summary>
    public sealed record CursorKey(int Index, int Position) : PlanLeaf;

    /// <summary>The caller's agency.</summary>
    public sealed record Agency : PlanLeaf;

    /// <summary>The caller as the holder of a relationship.</summary>
    public sealed record Worker : PlanLeaf;

    /// <summary>The worker for whom the caller acts, as the holder of a relationship.</summary>
    public sealed record ActedFor : PlanLeaf;

    /// <summary>The key of the row above.</summary>
    public sealed record Key : PlanLeaf;

    /// <summary>The same on every run: it is part of what the plan is for.</summary>
    public sealed record Fixed(object? Value) : PlanLeaf;
}

/// <summary>A value that a request brings: in which variable, where in it, and what it is.</summary>
/// <param name="Path">The members from the variable's value down to this one.</param>
/// <param name="Type">The type that it binds to.</param>
internal sealed record PlanArgument(string Variable, IReadOnlyList<string> Path, Type Type)
{
    /// <summary>For a cursor: of which list and order, for the caller of the moment.</summary>
    public CursorPlace? Cursor { get; init; }
}

/// <summary>Where a cursor belongs.</summary>
internal sealed record CursorPlace(string List, string Order, IReadOnlyList<Type> Keys)
{
    public CursorScope For(Caller caller) => new(caller, List, Order);
}
