using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>Decides on items of a report. The outcome names the report.</summary>
public sealed class DecideSubjectReport(IVisibleRecords records) : IUseCase<Located<DecideSubjectReportInput, SubjectReportId>>
{
    private const int MaxDecisions = 100;

    private static readonly TextRule Reason = new(SubjectReportItem.ReasonMaxLength, AllowsLines: true);

    public string Operation => "decideSubjectReport";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<DecideSubjectReportInput, SubjectReportId>> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await DecideAsync(session, input, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> DecideAsync(WriteSession session, Located<DecideSubjectReportInput, SubjectReportId> input, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var decisions = Read(input.Input.Decisions, faults);
        if (faults.Any)
            return Outcome.Refused(faults.Refusals);

        var id = input.Id.GetValueOrDefault();
        var report = await records.Of<SubjectReport>(session.Db, session.Deed.Caller).AsTracking().Include(report => report.Items)
            .SingleOrDefaultAsync(report => report.Id == id, cancellationToken);
        if (report is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such report.", "report");
        if (input.Input.ExpectedVersion != report.Version)
            return Outcome.VersionConflict("The report has changed since it was read.", report.Version, "expectedVersion");
        if (decisions.FirstOrDefault(decision => report.Items.All(item => item.Number != decision.Number)) is { } unknown)
            return Outcome.Refused(RefusalCode.NotFound, $"The report has no item {unknown.Number}.", "decisions");

        foreach (var decision in decisions)
            report.Items.Single(item => item.Number == decision.Number).Decide(decision.Release, decision.Reason, session.Deed);
        report.Version++;
        return Outcome.Changed(report.Id.Value);
    }

    private static List<CheckedDecision> Read(IReadOnlyList<ReleaseDecisionInput> decisions, Faults faults)
    {
        var path = FieldPath.Input["decisions"];
        if (decisions.Count is 0 or > MaxDecisions)
            faults.Add(path, $"holds {decisions.Count}; give 1 to {MaxDecisions}.");
        if (decisions.DistinctBy(decision => decision.Number).Count() < decisions.Count)
            faults.Add(path, "decides on one item twice.");
        var read = new List<CheckedDecision>();
        for (var i = 0; i < decisions.Count && !faults.IsFull; i++)
        {
            var release = Codes.Of<Release>(decisions[i].Release, path[i]["release"], faults);
            var reason = Reason.Read(decisions[i].Reason, path[i]["reason"], faults);
            if (release == Release.Withheld && string.IsNullOrWhiteSpace(decisions[i].Reason))
                faults.Add(path[i]["reason"], "is needed: say why it is withheld.");
            else if (release != Release.Withheld && reason is not null)
                faults.Add(path[i]["reason"], "stands only with WITHHELD.");
            if (release is { } known)
                read.Add(new CheckedDecision(decisions[i].Number, known, reason));
        }

        return read;
    }

    private sealed record CheckedDecision(int Number, Release Release, string? Reason);
}
