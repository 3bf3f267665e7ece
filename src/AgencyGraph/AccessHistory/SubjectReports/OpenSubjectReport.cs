using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>Opens a report of all accesses to a child that the caller's agency answers for. The outcome names the report.</summary>
public sealed class OpenSubjectReport(IVisibleRecords records) : IUseCase<Located<OpenSubjectReportInput, ChildId>>
{
    private static readonly TextRule ReferenceRule = new(SubjectReport.ReferenceMaxLength);

    public string Operation => "openSubjectReport";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<OpenSubjectReportInput, ChildId>> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await OpenAsync(session, input, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> OpenAsync(WriteSession session, Located<OpenSubjectReportInput, ChildId> input, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var reference = ReferenceRule.Read(input.Input.Reference, FieldPath.Input["reference"], faults);
        var requestedOn = Moments.Date(input.Input.RequestedOn, FieldPath.Input["requestedOn"], faults);
        if (requestedOn > Moments.LondonDate(session.Deed.At))
            faults.Add(FieldPath.Input["requestedOn"], "lies in the future.");
        if (faults.Any || requestedOn is not { } day)
            return Outcome.Refused(faults.Refusals);

        var id = input.Id.GetValueOrDefault();
        var groups = await records.Of<ChildAccess>(session.Db, session.Deed.Caller).Where(access => access.ChildId == id)
            .GroupBy(access => new { access.ReaderAgencyCode, access.Role, access.Purpose })
            .Select(group => new { group.Key, First = group.Min(one => one.Day), Last = group.Max(one => one.Day), Times = group.Sum(one => one.Times) })
            .ToListAsync(cancellationToken);
        if (groups.Count == 0)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such child, or nobody was shown anything of the child that your agency answers for.", "child");

        var report = ReportOf(session.Deed, id, day, reference);
        session.Add(report);
        var number = 0;
        foreach (var group in groups.OrderBy(group => group.Key.ReaderAgencyCode.Value, StringComparer.Ordinal).ThenBy(group => group.Key.Role).ThenBy(group => group.Key.Purpose))
        {
            session.Add(new SubjectReportItem
            {
                Id = Guid.CreateVersion7(),
                ReportId = report.Id,
                Number = ++number,
                AgencyCode = group.Key.ReaderAgencyCode,
                Role = group.Key.Role,
                Purpose = group.Key.Purpose,
                FirstOn = group.First,
                LastOn = group.Last,
                Times = group.Times,
            });
        }

        return Outcome.Recorded(report.Id.Value);
    }

    private static SubjectReport ReportOf(Deed deed, ChildId child, DateOnly requestedOn, string? reference) => new()
    {
        Id = SubjectReportId.New(),
        ChildId = child,
        ControllerCode = deed.Caller.Agency,
        Reference = reference,
        RequestedOn = requestedOn,
        DueOn = requestedOn.AddMonths(1),
        OpenedAt = deed.At,
        OpenedBy = deed.Caller.Subject,
    };
}
