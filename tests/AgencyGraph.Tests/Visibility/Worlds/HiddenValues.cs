using System.Globalization;
using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Writes other values where the oracle says that a caller is not shown them; what decides who sees what stays as it is.</summary>
internal sealed class HiddenValues(RunningExchange exchange, Oracle oracle, Random random)
{
    private int count;

    /// <returns>How many values were changed.</returns>
    public async Task<int> ChangeAsync()
    {
        await using var db = exchange.Database.Open();
        foreach (var record in oracle.World.Records)
            Change(await RowAsync<ChildRecord, ChildRecordId>(db, record.Id), record);
        foreach (var incident in oracle.World.Incidents)
            Change(await RowAsync<Incident, IncidentId>(db, incident.Id), incident);
        foreach (var episode in oracle.World.Episodes)
            await ChangeAsync(db, episode);
        foreach (var referral in oracle.World.Referrals)
            await ChangeAsync(db, referral);
        _ = await db.SaveChangesAsync();
        return count;
    }

    private void Change(ChildRecord row, KidRecord record)
    {
        var isSeen = oracle.Sees(record);
        if (row.SafeAddress is not null && !(isSeen && oracle.Shows(Detail.SafeAddress, record.Agency, record.Kid)))
            row.SafeAddress = Place();
        // There or not there is one of the things that are not to be told, but where it decides who sees what: an address that is safe is there.
        if (!(isSeen && oracle.Shows(Detail.UsualAddress, record.Agency)))
            row.UsualAddress = OrNone(Place());
        if (!(isSeen && oracle.Shows(Detail.NhsNumber, record.Agency)))
            row.NhsNumber = random.Next(2) == 0 ? null : Number();
        if (!(isSeen && oracle.Shows(Detail.Upn, record.Agency)))
            row.Upn = random.Next(2) == 0 && Upn.TryParse(Numbers.Upn(random.Next(50_000, 90_000)), out var upn) ? upn : null;
        if (!isSeen)
            (row.GivenName, row.Surname, row.BornOn) = (Word(), Word(), new DateOnly(2014, 1, 1).AddDays(random.Next(300)));
    }

    private void Change(Incident row, ForceIncident incident)
    {
        if (row.SafeLocation is not null && !Shows(Detail.SafeAddress))
            row.SafeLocation = Place();
        if (!Shows(Detail.IncidentLocation))
            row.Location = OrNone(Place());
        if (!Shows(Detail.Narrative))
            row.Narrative = OrNone(Word());
        if (!Shows(Detail.Informant))
            row.Informant = OrNone(row.Informant is { } informant ? informant with { Surname = Word() } : new Informant { IsAnonymous = false, Surname = Word() });
        if (!Shows(Detail.IncidentSummary))
            (row.RiskGrade, row.CorrectionReason, row.Revision) = (RiskGrade.Medium, Word(), random.Next(1, 90));
        if (!Shows(Detail.AssessmentFactors))
            row.Factors = [Word()[..2]];
        if (!oracle.Sees(incident))
            row.OccurredAt = row.OccurredAt.AddMinutes(random.Next(1, 1_000));

        bool Shows(Detail detail) => oracle.Sees(incident) && oracle.Shows(detail, incident.Force, incident.Kids);
    }

    private async Task ChangeAsync(AgencyDb db, ForceEpisode episode)
    {
        var row = await RowAsync<MissingEpisode, MissingEpisodeId>(db, episode.Id);
        if (row.SafeMissingFrom is not null && !Shows(Detail.SafeAddress))
            row.SafeMissingFrom = Place();
        if (row.MissingFrom is not null && !Shows(Detail.MissingPlace))
            row.MissingFrom = Place();
        if (!Shows(Detail.MissingCircumstances))
            row.Circumstances = Word();
        if (!Shows(Detail.MissingSummary))
            (row.Risk, row.CorrectionReason, row.Revision) = (MissingRisk.Medium, Word(), random.Next(1, 90));
        if (!Shows(Detail.ReturnInterviewRisk))
            db.Entry(row).Property(found => found.InterviewRiskPoints).CurrentValue = Word();
        if (!Shows(Detail.ReturnInterviewContent))
            db.Entry(row).Property(found => found.InterviewContent).CurrentValue = Word();
        if (!Shows(Detail.ReturnInterview))
            db.Entry(row).Property(found => found.InterviewOfferedAt).CurrentValue = row.StartedAt.AddMinutes(random.Next(1, 1_000));

        bool Shows(Detail detail) => oracle.Sees(episode) && oracle.Shows(detail, episode.Force, episode.Kid);
    }

    private async Task ChangeAsync(AgencyDb db, CouncilReferral referral)
    {
        var row = await RowAsync<Referral, ReferralId>(db, referral.Id);
        if (!(oracle.Sees(referral) && oracle.Shows(Detail.ReferralReason, referral.From)))
            db.Entry(row).Property(found => found.Reason).CurrentValue = Word();
    }

    private static async Task<T> RowAsync<T, TId>(AgencyDb db, string id)
        where T : class
        where TId : struct, IRecordId<TId>
    {
        Assert.True(NodeId.TryDecode(id, out _, out var value));
        return await db.FindAsync<T>(TId.From(value)) ?? throw new InvalidOperationException($"{typeof(T).Name} {id} is not there.");
    }

    private T? OrNone<T>(T value)
        where T : class
        => random.Next(2) == 0 ? value : null;

    private NhsNumber Number()
    {
        var serial = random.Next(900_000, 990_000);
        Assert.True(NhsNumber.TryParse(Numbers.NhsNumber(ref serial), out var number));
        return number;
    }

    private Address Place() => new() { Lines = [Word()] };

    private string Word()
    {
        count++;
        return string.Create(CultureInfo.InvariantCulture, $"Hidden {random.Next()}");
    }
}
