using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>An administrator suspends the access of a subject, a client or an agency.</summary>
public sealed class SuspendAccess(AgencyDirectory agencies) : DecideOnAccess<SuspendAccessInput>
{
    public override string Operation => "suspendAccess";

    protected override AccessVerdict Verdict => AccessVerdict.Suspended;

    protected override void Check(AccessHolder holder, string name, Caller caller, Faults faults)
    {
        var own = holder switch
        {
            AccessHolder.Subject => caller.Subject,
            AccessHolder.Agency => caller.Agency.Value,
            AccessHolder.Role => HeldRole.NameOf(caller.Role, caller.Agency, caller.Subject),
            _ => null,
        };
        if (name == own)
            faults.Add(FieldPath.Input["whom"], "is the caller's own access: nobody could restore it. Ask another administrator.");
        else if (name.Length > (holder == AccessHolder.Role ? HeldRole.NameMaxLength : WorkerName.MaxLength) || !WorkerName.IsPossible(LastOf(holder, name)))
            faults.Add(FieldPath.Input["whom"], "cannot be the name in a token.");
        else if (holder == AccessHolder.Agency && agencies.Find(new AgencyCode(name)) is null)
            faults.Add(FieldPath.Input["whom"]["agency"], "is no agency's code; `agencies` lists them.");
    }

    /// <summary>The subject of a role, which holds no more than a name in a token does; else the name itself.</summary>
    private static string LastOf(AccessHolder holder, string name) => holder == AccessHolder.Role ? name.Split('/', 3)[^1] : name;

    protected override Outcome? Change(WriteSession session, AccessHolder holder, string name, Suspension? live)
    {
        if (live is not null)
            return Outcome.Refused(RefusalCode.AlreadyExists, "This access is suspended already.", "whom");
        _ = session.Db.Add(new Suspension { Holder = holder, Name = name });
        return null;
    }
}
