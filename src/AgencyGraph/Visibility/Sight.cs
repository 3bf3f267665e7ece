namespace AgencyGraph.Visibility;

/// <summary>All that decides, at one moment, who sees a record: its labels, the relationships of its children, and who is named on restrictions.</summary>
/// <param name="Ties">The relationships that hold.</param>
/// <param name="Restrictions">Those of the record and of its children.</param>
public sealed record Sight(RecordFacts Facts, IReadOnlyList<Relationship> Ties, IReadOnlyList<Restriction> Restrictions)
{
    public bool Admits(RecordKind kind, Caller caller)
        => Grants.Of(caller.Role, caller.Purpose).Rows[kind].Admits(Facts, caller, Ties)
            && CommonRules.Of(kind).All(rule => rule.Admits(Facts, caller, Ties))
            && (!RestrictionRule.Governs(kind) || RestrictionRule.Admits(Facts, caller, Restrictions));

    /// <summary>Agencies and workers who may see the record by something else than being any member of another agency.</summary>
    public IEnumerable<string> Holders
    {
        get
        {
            yield return Facts.Originator.Value;
            if (Facts.Council is { } council)
                yield return council.Value;
            if (Facts.Worker is { } worker)
                yield return worker;
            foreach (var tie in Ties)
                yield return tie.Holder;
            foreach (var name in Restrictions)
                yield return name.Holder;
        }
    }

    /// <summary>The same record as far as it is about this child.</summary>
    public Sight About(ChildId child) => this with { Facts = Facts with { Children = [child] } };
}
