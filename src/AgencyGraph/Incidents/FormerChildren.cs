using AgencyGraph.Children;

namespace AgencyGraph.Incidents;

/// <summary>
/// Which children of a corrected incident are those of its former revision: the same NHS number and date of birth, or, where no two
/// numbers speak against it, the same name and date of birth. Each is taken once.
/// </summary>
internal static class FormerChildren
{
    /// <returns>For each child its former record; null for one who is new in the incident.</returns>
    public static IReadOnlyList<ChildRecord?> Of(Filing filing)
    {
        var children = filing.Content.Persons.Children;
        var records = new ChildRecord?[children.Count];
        if (filing.IsNew)
            return records;

        var former = filing.Incident.Children.OrderBy(involvement => involvement.Ordinal).Select(involvement => involvement.Record
            ?? throw new InvalidOperationException("A correction's persons are read before it is filed.")).ToList();
        Take(IsSameNumber);
        Take(IsSameName);
        return records;

        void Take(Func<ChildRecord, ReportedChild, bool> isSame)
        {
            for (var i = 0; i < records.Length; i++)
            {
                if (records[i] is null && former.Find(record => isSame(record, children[i])) is { } record)
                {
                    records[i] = record;
                    _ = former.Remove(record);
                }
            }
        }
    }

    private static bool IsSameNumber(ChildRecord record, ReportedChild child)
        => child.NhsNumber is not null && record.NhsNumber == child.NhsNumber && record.BornOn == child.Details.BornOn;

    private static bool IsSameName(ChildRecord record, ReportedChild child)
        => record.GivenName == child.Details.GivenName && record.Surname == child.Details.Surname && record.BornOn == child.Details.BornOn
            && (record.NhsNumber is null || child.NhsNumber is null || record.NhsNumber == child.NhsNumber);
}
