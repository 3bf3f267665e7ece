using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>Writes the persons of an incident: for each child the force's record and the part played, for each adult the part played.</summary>
internal static class IncidentPersons
{
    /// <param name="former">For each child the record of the former revision, which is kept where it is about the same child.</param>
    /// <returns>The force's records of the children, in the order of <paramref name="children"/>.</returns>
    public static IReadOnlyList<ChildRecord> Write(
        WriteSession session, Incident incident, ReportedPersons persons, ChildId[] children, IReadOnlyList<ChildRecord?> former)
    {
        var records = new List<ChildRecord>(children.Length);
        var keepsSafe = KeepsSafe(incident, persons);
        for (var i = 0; i < children.Length; i++)
        {
            var record = RecordOf(incident, persons.Children[i], children[i], keepsSafe, session.Deed.At);
            if (former[i] is { } kept && kept.ChildId == record.ChildId)
                kept.Correct(record);
            else
                session.Add(record);
            records.Add(former[i]?.ChildId == record.ChildId ? former[i]! : record);
        }

        foreach (var (child, record) in persons.Children.Zip(records))
            session.Add(InvolvementOf(incident, child, record));
        foreach (var adult in persons.Adults)
            session.Add(InvolvementOf(incident, adult));
        return records;
    }

    private static bool KeepsSafe(Incident incident, ReportedPersons persons)
        => incident.SafeLocation is not null
            || persons.Children.Select(child => child.Details).Concat(persons.Adults.Select(adult => adult.Details)).Any(person => person.SafeAddress is not null);

    private static ChildRecord RecordOf(Incident incident, ReportedChild child, ChildId id, bool keepsSafe, DateTime at) => new()
    {
        Id = ChildRecordId.New(),
        ChildId = id,
        AgencyCode = incident.ForceCode,
        CouncilCode = incident.CouncilCode,
        IsShared = false,
        GivenName = child.Details.GivenName,
        Surname = child.Details.Surname,
        BornOn = child.Details.BornOn,
        Sex = child.Details.Sex,
        NhsNumber = child.NhsNumber,
        Upn = child.Upn,
        UsualAddress = child.Details.UsualAddress,
        SafeAddress = child.Details.SafeAddress,
        KeepsSafe = keepsSafe,
        RecordedAt = at,
        RestrictionId = incident.RestrictionId,
        NeedsConsent = incident.NeedsConsent,
    };

    private static ChildInvolvement InvolvementOf(Incident incident, ReportedChild child, ChildRecord record) => new()
    {
        Id = Guid.CreateVersion7(),
        IncidentId = incident.Id,
        ChildId = record.ChildId,
        RecordId = record.Id,
        Record = record,
        Role = child.Role,
        Voice = child.Voice,
        Ordinal = child.Ordinal,
    };

    private static AdultInvolvement InvolvementOf(Incident incident, ReportedAdult adult) => new()
    {
        Id = Guid.CreateVersion7(),
        IncidentId = incident.Id,
        Role = adult.Role,
        GivenName = adult.Details.GivenName,
        Surname = adult.Details.Surname,
        BornOn = adult.Details.BornOn,
        Sex = adult.Details.Sex,
        UsualAddress = adult.Details.UsualAddress,
        SafeAddress = adult.Details.SafeAddress,
        Ordinal = adult.Ordinal,
    };
}
