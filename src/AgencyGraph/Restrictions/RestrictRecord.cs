using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;

namespace AgencyGraph.Restrictions;

/// <summary>Restricts a child or an incident to named workers. The caller is always named: somebody must be able to lift it.</summary>
public sealed class RestrictRecord(AgencyDirectory agencies, IVisibleRecords records, SightChanges sights)
    : DecideOnRecord<RestrictRecordInput>(records, sights)
{
    private const int MostNames = 100;

    public override string Operation => "restrictRecord";

    protected override RestrictionVerdict Verdict => RestrictionVerdict.Restricted;

    protected override IReadOnlyCollection<string> Names(RestrictRecordInput input, Caller caller, Faults faults)
    {
        var at = FieldPath.Input["named"];
        if (input.Named.Count > MostNames)
            faults.Add(at, $"holds {input.Named.Count} names; give at most {MostNames}.");
        for (var i = 0; i < Math.Min(input.Named.Count, MostNames); i++)
            Check(input.Named[i], at[i], faults);
        return faults.Any ? [] : [.. input.Named.Select(name => Relationship.WorkerHolder(name.Agency.Value, name.Subject)).Append(caller.WorkerHolder).Distinct()];
    }

    private void Check(NamedWorkerInput name, FieldPath at, Faults faults)
    {
        if (agencies.Find(name.Agency) is null)
            faults.Add(at["agency"], "is no agency's code; `agencies` lists them.");
        if (!WorkerName.IsPossible(name.Subject))
            faults.Add(at["subject"], $"cannot be the subject of a sign-in: give 1 to {WorkerName.MaxLength} characters, none of them a control character.");
    }
}
