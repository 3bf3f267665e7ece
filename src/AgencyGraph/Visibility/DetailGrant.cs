namespace AgencyGraph.Visibility;

/// <summary>Whether a class of fields is shown: never, always, or on the records where a row rule holds.</summary>
/// <param name="Rule">Where it is shown; null for always.</param>
/// <param name="IsMarked">Whether the caller may know that something is withheld; otherwise hidden and missing look the same.</param>
public sealed record DetailGrant(RowRule? Rule, bool IsMarked = false)
{
    public static DetailGrant Never { get; } = new(RowRules.NoRecord);

    public static DetailGrant Always { get; } = new((RowRule?)null);

    public static DetailGrant Where(RowRule rule) => new(rule);

    /// <summary>As granted, and where it is not shown the caller is told that it exists.</summary>
    public DetailGrant Marked => this with { IsMarked = true };

    public bool IsAlways => Rule is null;

    public bool IsNever => ReferenceEquals(Rule, RowRules.NoRecord);

    public string Words => (IsAlways ? "always" : IsNever ? "never" : Rule!.Words) + (IsMarked ? "; told where withheld" : "");
}
