using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory;

/// <summary>Narrows a list of accesses; what is given must all hold.</summary>
public sealed record ChildAccessFilter
{
    [Description("Only of this child, by its id.")]
    public ChildId? Child { get; init; }

    [Description("Only by readers of this agency.")]
    public AgencyCode? Agency { get; init; }

    [Description("Only by this person or system, by the subject of the sign-in.")]
    public string? Reader { get; init; }

    [Description("Only on this day or later.")]
    public DateOnly? From { get; init; }

    [Description("Only on this day or earlier.")]
    public DateOnly? To { get; init; }

    internal static IEnumerable<FilterCondition> Conditions(ChildAccessFilter filter)
    {
        if (filter.Child is { } child)
            yield return FilterCondition.Of<ChildAccess>(Detail.ChildAccess, access => access.ChildId == child);
        if (filter.Agency is { } agency)
            yield return FilterCondition.Of<ChildAccess>(Detail.ChildAccess, access => access.ReaderAgencyCode == agency);
        if (filter.Reader is { } reader)
            yield return FilterCondition.Of<ChildAccess>(Detail.ChildAccess, access => access.Reader == reader);
        if (filter.From is { } from)
            yield return FilterCondition.Of<ChildAccess>(Detail.ChildAccess, access => access.Day >= from);
        if (filter.To is { } to)
            yield return FilterCondition.Of<ChildAccess>(Detail.ChildAccess, access => access.Day <= to);
    }
}
