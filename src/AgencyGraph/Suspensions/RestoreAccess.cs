using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>An administrator lifts a suspension.</summary>
public sealed class RestoreAccess : DecideOnAccess<RestoreAccessInput>
{
    public override string Operation => "restoreAccess";

    protected override AccessVerdict Verdict => AccessVerdict.Restored;

    protected override void Check(AccessHolder holder, string name, Caller caller, Faults faults)
    {
        // What cannot be a name is not suspended: that is the answer.
    }

    protected override Outcome? Change(WriteSession session, AccessHolder holder, string name, Suspension? live)
    {
        if (live is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such suspension.", "whom");
        _ = session.Db.Remove(live);
        return null;
    }
}
