using AgencyGraph.Storage;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>Names a report to the subject of records.</summary>
public readonly record struct SubjectReportId(Guid Value) : IRecordId<SubjectReportId>
{
    public static SubjectReportId New() => new(Guid.CreateVersion7());

    public static SubjectReportId From(Guid value) => new(value);

    public int CompareTo(SubjectReportId other) => Value.CompareTo(other.Value);

    public static bool operator <(SubjectReportId left, SubjectReportId right) => left.CompareTo(right) < 0;

    public static bool operator >(SubjectReportId left, SubjectReportId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SubjectReportId left, SubjectReportId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SubjectReportId left, SubjectReportId right) => left.CompareTo(right) >= 0;
}
