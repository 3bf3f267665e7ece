using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans;

/// <summary>One run of a plan: for one caller, with one request's values, in one snapshot.</summary>
internal abstract class PlanRun(Caller caller, object?[] arguments, PageSeal seal, ShownRecords shown)
{
    /// <summary>The values that the request brought, or the entry that is rendered.</summary>
    public object?[] Arguments => arguments;

    /// <summary>Whether what was to be shown may not be seen: then nothing of it is.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The rows of a level below a key.</summary>
    public abstract PlanRows Open(SqlLevel level, object? key);

    /// <summary>To be called for each row that is written.</summary>
    public void Show(SqlLevel level, PlanRow row)
    {
        if (level.Ledgered is { Id: { } column } ledgered && !row.IsNull(column))
            shown.Add(new ShownRecord(ledgered.Kind, row.Id(column), ledgered.Version is { } version ? row.Number(version) : 0), ledgered.Counts);
    }

    /// <summary>To be called for each value that is written.</summary>
    public void Tell(Detail detail) => shown.Tell(detail);

    /// <summary>To be called for each count that is written.</summary>
    public void Count(SqlLevel total)
    {
        if (total.Ledgered is not null)
            shown.AddTotal();
    }

    public string Seal(object?[] keys, CursorPlace place) => seal.Seal(keys, place.For(caller));

    protected object? Value(PlanLeaf leaf, object? key) => leaf switch
    {
        PlanLeaf.Key => key,
        PlanLeaf.Agency => caller.AgencyHolder,
        PlanLeaf.Worker => caller.WorkerHolder,
        PlanLeaf.ActedFor => caller.ActedForHolder,
        PlanLeaf.Argument argument => arguments[argument.Index],
        PlanLeaf.CursorKey cursor => ((object[])arguments[cursor.Index]!)[cursor.Position],
        PlanLeaf.Fixed constant => constant.Value,
        _ => throw new InvalidOperationException("A parameter has no source."),
    };
}
