using System.Text.Json;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Missing;

namespace AgencyGraph.Commands.Demo;

/// <summary>Writes the invented region through the graph: the forces their extracts of the past, the councils their own records.</summary>
internal sealed class RegionLoader(Exchange exchange, Casework casework, ReturnWork returns, DateTime now)
{
    private const int BatchSize = 200;
    private const int AtOnce = 2;
    private const int OfferHours = 5;
    private const int HeardHours = 46;

    private readonly List<(PastIncident Past, JsonElement Incident)> referred = [];
    private readonly List<(PastMissing Past, JsonElement Episode)> found = [];
    private int refusals;

    /// <summary>How many requests or items were refused; none, unless the database was not empty.</summary>
    public int Refusals => refusals;

    /// <summary>Whether an earlier demonstration in the same folder has loaded a region.</summary>
    public async Task<bool> IsLoadedAsync(CancellationToken cancellationToken)
    {
        var reply = await exchange.SendAsync(Sender.PoliceSystem(NorthWest.GreaterManchester), ExchangeDocuments.AnyIncident, null, cancellationToken);
        return reply.Refusal is null && reply.Payload.GetProperty("edges").GetArrayLength() > 0;
    }

    /// <summary>The forces' extracts: a few large requests.</summary>
    public async Task LoadHistoryAsync(SampleRegion region, CancellationToken cancellationToken)
    {
        foreach (var batch in region.History.GroupBy(past => past.Family.Council.Force).SelectMany(force => force.Chunk(BatchSize)))
            referred.AddRange(await BackfillAsync(batch, cancellationToken));
        foreach (var batch in region.Missing.GroupBy(past => past.Family.Council.Force).SelectMany(force => force.Chunk(BatchSize)))
            await BackfillMissingAsync(batch, cancellationToken);
    }

    /// <summary>The councils' own records and their work on referrals: many small requests. The council that is shown comes first.</summary>
    public async Task LoadCaseworkAsync(SampleRegion region, CancellationToken cancellationToken)
    {
        var known = region.Families.Where(family => family.IsKnownToCouncil).OrderByDescending(IsShown);
        await Parallel.ForEachAsync(known, Limits(cancellationToken), async (family, token) => await RecordFamilyAsync(family, token));
        var past = referred.OrderByDescending(item => IsShown(item.Past.Family));
        await Parallel.ForEachAsync(past, Limits(cancellationToken), async (item, token) => await ReferAsync(item.Past, item.Incident, token));
        await Parallel.ForEachAsync(
            found.OrderByDescending(item => IsShown(item.Past.Family)), Limits(cancellationToken), async (item, token) => await HearAsync(item.Past, item.Episode, token));
    }

    private static bool IsShown(Family family) => family.Council.Code == NorthWest.ShownCouncil;

    private static ParallelOptions Limits(CancellationToken cancellationToken)
        => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };

    /// <returns>Those from which a referral follows.</returns>
    private async Task<List<(PastIncident Past, JsonElement Incident)>> BackfillAsync(PastIncident[] batch, CancellationToken cancellationToken)
    {
        var input = new { ingestMode = "BACKFILL", items = batch.Select(past => past.Input) };
        var force = Sender.PoliceSystem(batch[0].Family.Council.Force);
        var reply = await exchange.SendAsync(force, ExchangeDocuments.RecordIncidents, input, cancellationToken);
        if (!Succeeded(reply))
            return [];

        var followed = new List<(PastIncident, JsonElement)>();
        foreach (var (past, result) in batch.Zip(reply.Payload.GetProperty("results").EnumerateArray()))
        {
            if (Reply.RefusalIn(result) is not null)
                refusals++;
            else if (past.Referral is not null)
                followed.Add((past, result.GetProperty("incident")));
        }

        return followed;
    }

    private async Task BackfillMissingAsync(PastMissing[] batch, CancellationToken cancellationToken)
    {
        var input = new { ingestMode = "BACKFILL", items = batch.Select(past => past.Input) };
        var reply = await exchange.SendAsync(
            Sender.PoliceSystem(batch[0].Family.Council.Force), ExchangeDocuments.ReportMissingBacklog, input, cancellationToken);
        if (!Succeeded(reply))
            return;
        foreach (var (past, result) in batch.Zip(reply.Payload.GetProperty("results").EnumerateArray()))
        {
            if (Reply.RefusalIn(result) is not null)
                refusals++;
            else
                found.Add((past, result.GetProperty("episode")));
        }
    }

    /// <summary>Two days after the child's return, or not yet.</summary>
    private async Task HearAsync(PastMissing past, JsonElement episode, CancellationToken cancellationToken)
    {
        var (offeredAt, heldAt) = (past.FoundAt.AddHours(OfferHours), past.FoundAt.AddHours(HeardHours));
        if (heldAt < now)
            _ = Succeeded(await returns.InterviewAsync(past.Family, episode, offeredAt, InterviewAnswer.Accepted, heldAt, cancellationToken));
        else if (offeredAt < now)
            _ = Succeeded(await returns.InterviewAsync(past.Family, episode, offeredAt, null, null, cancellationToken));
    }

    private async Task RecordFamilyAsync(Family family, CancellationToken cancellationToken)
    {
        foreach (var child in family.Children)
        {
            var reply = await exchange.SendAsync(Sender.CouncilSystem(family.Council.Code), ExchangeDocuments.RecordChild, new
            {
                idempotencyKey = Guid.NewGuid(),
                localReference = child.LocalReference,
                givenName = child.GivenName,
                surname = child.Surname,
                bornOn = IncidentMaker.Text(child.BornOn),
                sex = child.Sex,
                nhsNumber = child.NhsNumber,
                upn = child.Upn,
                address = family.Home,
            }, cancellationToken);
            if (Succeeded(reply))
                await PlaceAsync(family, reply.Payload.GetProperty("child"), cancellationToken);
        }
    }

    private async Task PlaceAsync(Family family, JsonElement recorded, CancellationToken cancellationToken)
    {
        var hub = Sender.Hub(family.Council.Code);
        var child = recorded.GetProperty("id").GetString();
        // A council is not responsible for a child whom a force knows and of whom it has not been told.
        if (family.Worker is { } worker && recorded.GetProperty("responsibleCouncil").ValueKind != JsonValueKind.Null)
            _ = Succeeded(await exchange.SendAsync(
                hub, ExchangeDocuments.AllocateWorker, new { idempotencyKey = Guid.NewGuid(), child, worker }, cancellationToken));
        if (family.SafeAddress is { } address)
            _ = Succeeded(await exchange.SendAsync(
                hub, ExchangeDocuments.SetSafeAddress, new { idempotencyKey = Guid.NewGuid(), child, expectedVersion = 1, address }, cancellationToken));
    }

    private async Task ReferAsync(PastIncident past, JsonElement incident, CancellationToken cancellationToken)
    {
        var (family, plan) = (past.Family, past.Referral ?? throw new InvalidOperationException("No referral follows."));
        var reply = await casework.MakeReferralAsync(family, incident, cancellationToken);
        if (Succeeded(reply) && plan.IsAcknowledged)
            reply = await casework.AcknowledgeAsync(family, ReferralIn(reply), cancellationToken);
        if (Succeeded(reply) && plan.Rating is { } rating)
            reply = await casework.RateAsync(family, ReferralIn(reply), rating, cancellationToken);
        if (Succeeded(reply) && plan.Outcome is { } outcome)
            _ = Succeeded(await casework.DecideAsync(family, ReferralIn(reply), outcome, cancellationToken));
    }

    private static JsonElement ReferralIn(Reply reply) => reply.Payload.GetProperty("referral");

    private bool Succeeded(Reply reply)
    {
        if (reply.Refusal is not null)
            _ = Interlocked.Increment(ref refusals);
        return reply.Refusal is null;
    }
}
