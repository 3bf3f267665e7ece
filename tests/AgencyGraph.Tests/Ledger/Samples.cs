using AgencyGraph.Agencies;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Ledger;

/// <summary>Disclosures as they are made.</summary>
internal static class Samples
{
    public static Disclosure Reading(params Guid[] children) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = DisclosureKind.Query,
        Reader = new Caller("ann", new AgencyCode("BUR"), Role.HubPractitioner, Purpose.Safeguarding),
        Subjects = ["ann"],
        Contents = new Contents([.. children.Select(child => new ShownRecord(RecordKind.Child, child, 0))], [Detail.Identity], 0, "", new byte[32]),
        PolicyEpoch = 1,
        RequestId = "request",
    };
}
