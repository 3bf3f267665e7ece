using AgencyGraph.Tests.Retention;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class WorldBuilder
{
    /// <summary>Somebody who answers for records holds something that they see; now and then it is lifted again. Nobody is told.</summary>
    public async Task HoldAsync()
    {
        world.Step++;
        world.IsShownOtherwise = _ => false;
        var caller = One(Controllers)!; // A world has forces and councils.
        var oracle = SeenBy(caller);
        if (One(world.All.Where(record => record is not Glass && Rendering.IdOf(record).Length > 0 && Rendering.IsSeen(oracle, record))) is not { } record
            || world.Holds.Any(hold => hold.Record == record && hold.Agency == caller.Agency && !hold.IsLifted))
            return;

        var hold = new Hold { Agency = caller.Agency, Subject = caller.Subject, Record = record, Kids = Oracle.KidsOf(record), MadeIn = world.Step };
        var placed = await caller.HoldAsync(Rendering.IdOf(record));
        if (placed["errors"]!.AsArray().Count > 0)
            throw new InvalidOperationException($"{caller} on {record.GetType().Name}: {placed.ToJsonString()}");
        hold.Id = EndOfTime.Text(placed["hold"]?["id"]);
        world.Holds.Add(hold);
        if (Chance(3))
            hold.IsLifted = (await caller.LiftAsync(hold.Id))["errors"]!.AsArray().Count == 0;
    }

    /// <summary>One of those who answer for records erases one of them.</summary>
    public async Task EraseAsync()
    {
        world.Step++;
        world.IsShownOtherwise = _ => false;
        var caller = One(Controllers)!; // A world has forces and councils.
        var oracle = SeenBy(caller);
        if (One(world.All.Where(oracle.IsPutBefore)) is not { } record)
            return;

        var review = (await caller.ReviewsAsync()).Single(review => Comparison.RecordOf(review!) == Rendering.IdOf(record))!;
        var decided = await caller.DecideAsync(EndOfTime.Text(review["id"]), "ERASE");
        if (decided["errors"]!.AsArray().Count > 0)
            throw new InvalidOperationException($"{caller}: {decided.ToJsonString()}");
        Remove(record);
    }

    private IEnumerable<ExchangeCaller> Controllers => world.Forces.Select(System).Concat(world.Councils.Select(CaseSystem));

    /// <summary>What goes with a record, and who is forgotten.</summary>
    private void Remove(object record)
    {
        var (kids, parts) = (Oracle.KidsOf(record), Oracle.PartsOf(record));
        foreach (var gone in parts.Append(record))
        {
            _ = world.Erased.Add(Rendering.IdOf(gone));
            _ = world.Records.RemoveAll(own => own == gone);
            _ = world.Incidents.RemoveAll(own => own == gone);
            _ = world.Episodes.RemoveAll(own => own == gone);
            _ = world.Referrals.RemoveAll(own => own == gone);
            _ = world.Holds.RemoveAll(hold => hold.Record == gone);
            world.Referrals.ForEach(referral => referral.Incidents.RemoveAll(ground => ground == gone));
        }

        if (record is KidRecord last && last.Kid.Responsible == last.Agency && !world.Records.Any(other => other.Kid == last.Kid && other.Agency == last.Agency))
            (last.Kid.Responsible, last.Kid.Worker) = (null, null);
        foreach (var kid in kids.Where(kid => !world.Records.Any(other => other.Kid == kid) && !world.Referrals.Any(referral => referral.Kids.Contains(kid))))
        {
            _ = world.Erased.Add(kid.Id);
            _ = world.Kids.Remove(kid);
            _ = world.Holds.RemoveAll(hold => hold.Record == kid);
            world.Erased.UnionWith(world.Glasses.Where(glass => glass.Kid == kid).Select(Rendering.IdOf));
            _ = world.Glasses.RemoveAll(glass => glass.Kid == kid);
        }
    }
}
