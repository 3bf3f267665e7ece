namespace AgencyGraph.Visibility;

/// <summary>The rules that no role and no relationship overrules, besides <see cref="RestrictionRule"/>.</summary>
public static class CommonRules
{
    /// <summary>Those that govern records of this kind.</summary>
    public static IEnumerable<RowRule> Of(RecordKind kind)
    {
        if (ConflictRule.Governs(kind))
            yield return ConflictRule.Rule;
        if (ConsentRule.Governs(kind))
            yield return ConsentRule.Rule;
    }
}
