using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Support;

/// <summary>The least that a row may be, for tests that say only what matters to them.</summary>
public static class Samples
{
    public static readonly DateTime At = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    public static Child Child() => new() { Id = ChildId.New(), RecordedAt = At };

    public static ChildRecord Record(
        Child child, string? localReference = null, string council = "BUR", Address? usualAddress = null, Address? safeAddress = null)
    {
        ArgumentNullException.ThrowIfNull(child);
        return new ChildRecord
        {
            Id = ChildRecordId.New(),
            ChildId = child.Id,
            AgencyCode = new AgencyCode(council),
            CouncilCode = new AgencyCode(council),
            IsShared = true,
            LocalReference = CouncilReference.TryParse(localReference, out var reference) ? reference : null,
            GivenName = "Ada",
            Surname = "Test",
            UsualAddress = usualAddress,
            SafeAddress = safeAddress,
            RecordedAt = At,
        };
    }

    public static Incident Incident(string reference, DateTime? recordedAt = null, Informant? informant = null)
    {
        Assert.True(ForceReference.TryParse(reference, out var parsed));
        return new Incident
        {
            Id = IncidentId.New(),
            ForceCode = new AgencyCode("greater-manchester"),
            Reference = parsed,
            CouncilCode = new AgencyCode("BUR"),
            IncidentKind = IncidentKind.DomesticAbuse,
            RiskGrade = RiskGrade.High,
            Factors = ["1A", "2B"],
            OccurredAt = At,
            ReportedAt = At,
            RecordedAt = recordedAt ?? At,
            ReceivedAt = At,
            IngestMode = IngestMode.Live,
            Sharing = Sharing.Shared,
            Informant = informant,
        };
    }
}
