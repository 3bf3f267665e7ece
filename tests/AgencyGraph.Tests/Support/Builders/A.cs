using AgencyGraph.Children;
using AgencyGraph.Incidents;

namespace AgencyGraph.Tests.Support.Builders;

/// <summary>Where a test's data begins: <c>A.Incident()</c>, changed with <c>with</c>.</summary>
public static class A
{
    private static int number = 1_000_000;

    /// <summary>An incident of Greater Manchester Police, shared with Bury, right in every point; one child, one adult.</summary>
    public static IncidentInput Incident(string prefix = "GMP") => new()
    {
        IdempotencyKey = Guid.NewGuid(),
        Reference = $"{prefix}/2026/{Interlocked.Increment(ref number)}",
        Kind = "DOMESTIC_ABUSE",
        Council = "BUR",
        OccurredAt = "2026-11-20T22:10:00+00:00",
        ReportedAt = "2026-11-20T22:15:00+00:00",
        RecordedAt = "2026-11-20T23:40:00+00:00",
        RiskGrade = "HIGH",
        Sharing = new SharingInput { Shared = true },
        Persons = [Child(), Adult()],
        Location = Address(),
        Narrative = "Two officers attended; children upstairs.",
    };

    public static PersonInput Child(string? nhsNumber = null) => new()
    {
        Role = "PRESENT",
        GivenName = "Siân",
        Surname = "D'Souza",
        BornOn = "2018-05-04",
        Sex = "F",
        NhsNumber = nhsNumber,
        Address = Address(),
        Voice = "I hid upstairs.",
    };

    public static PersonInput Adult(string role = "ALLEGED_PERPETRATOR") => new()
    {
        Role = role,
        GivenName = "Luca",
        Surname = "Patel",
        BornOn = "1984-12-13",
        Sex = "M",
    };

    public static AddressInput Address(bool isSafe = false) => new() { Lines = ["24 Albert Terrace"], Postcode = "BL9 0SW", IsSafe = isSafe };

    /// <summary>A valid NHS number of the range kept for tests.</summary>
    public static string NhsNumber()
    {
        while (true)
        {
            var nine = $"999{Interlocked.Increment(ref number) % 1_000_000:000000}";
            for (var check = 0; check < 10; check++)
            {
                if (AgencyGraph.Children.NhsNumber.TryParse(nine + check, out var parsed))
                    return parsed.Value;
            }
        }
    }

    public static SharingInput Withheld() => new() { Shared = false, Reason = "Disclosure judged more harmful to the child.", ReviewOn = "2026-12-04" };
}
