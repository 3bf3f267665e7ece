using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>To which agency, in which role and for which purpose the child's records were shown. It names no person: readers are third parties.</summary>
public sealed class SubjectReportItem
{
    public const int ReasonMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required SubjectReportId ReportId { get; init; }

    public SubjectReport? Report { get; init; }

    /// <summary>From 1, within the report.</summary>
    public required int Number { get; init; }

    public required AgencyCode AgencyCode { get; init; }

    public Agency? Agency { get; init; }

    public required Role Role { get; init; }

    public required Purpose Purpose { get; init; }

    public required DateOnly FirstOn { get; init; }

    public required DateOnly LastOn { get; init; }

    public required int Times { get; init; }

    public Release Release { get; private set; }

    /// <summary>Why it is withheld; null while it is not.</summary>
    public string? Reason { get; private set; }

    /// <summary>By the subject of the sign-in; null while it is undecided.</summary>
    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public void Decide(Release release, string? reason, Deed deed)
    {
        ArgumentNullException.ThrowIfNull(deed);
        (Release, Reason, DecidedBy, DecidedAt) = (release, release == Release.Withheld ? reason : null, deed.Caller.Subject, deed.At);
    }
}
