using System.Globalization;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>Makes of an incident about a missing child what the force reports of the child.</summary>
internal static class MissingMaker
{
    private const int LeastHours = 3;
    private const int MoreHours = 9;

    /// <returns>Null where the incident is about nobody who is missing, or the council must not know of it yet.</returns>
    public static ReportMissingInput? Of(Family family, IncidentInput incident)
    {
        if (!incident.Sharing.Shared || incident.Persons.FirstOrDefault(person => person.Role == EnumNames.NameOf(ChildRole.Missing)) is not { BornOn: { } bornOn } child)
            return null;
        return new ReportMissingInput
        {
            IdempotencyKey = Guid.NewGuid(),
            Reference = incident.Reference,
            Child = new MissingChildInput
            {
                GivenName = child.GivenName ?? "",
                Surname = child.Surname ?? "",
                BornOn = bornOn,
                Sex = child.Sex,
                NhsNumber = child.NhsNumber,
                Upn = child.Upn,
                Address = child.Address,
            },
            Council = family.Council.Code,
            Type = EnumNames.NameOf(MissingType.Missing),
            Risk = EnumNames.NameOf(incident.RiskGrade == EnumNames.NameOf(RiskGrade.High) ? MissingRisk.High
                : incident.RiskGrade == EnumNames.NameOf(RiskGrade.Medium) ? MissingRisk.Medium : MissingRisk.Low),
            StartedAt = incident.OccurredAt,
            ReportedAt = incident.ReportedAt,
            RecordedAt = incident.RecordedAt,
            MissingFrom = family.Home,
            Circumstances = incident.Narrative,
        };
    }

    /// <summary>Those of the past: found after some hours, and none who was missing still.</summary>
    public static IEnumerable<PastMissing> Past(IEnumerable<PastIncident> history, DateTime now)
    {
        var until = new Dictionary<(string, string, string), DateTime>();
        foreach (var (past, number) in history.Where(past => past.Input.Revision == 1).Select((past, number) => (past, number)))
        {
            if (Of(past.Family, past.Input) is not { } episode)
                continue;
            var child = (episode.Child.GivenName, episode.Child.Surname, episode.Child.BornOn);
            var started = Instant(episode.StartedAt);
            var found = started.AddHours(LeastHours + (number % MoreHours));
            found = found < Instant(episode.RecordedAt) ? Instant(episode.RecordedAt) : found;
            if (found > now || (until.TryGetValue(child, out var before) && started < before))
                continue;
            until[child] = found;
            yield return new PastMissing(past.Family, episode with { Found = FoundAt(found) }, found);
        }
    }

    public static FoundInput FoundAt(DateTime at)
        => new() { FoundAt = IncidentMaker.Text(at), RecordedAt = IncidentMaker.Text(at), How = EnumNames.NameOf(HowFound.FoundByPolice) };

    private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
