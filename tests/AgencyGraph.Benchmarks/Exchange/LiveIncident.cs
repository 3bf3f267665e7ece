using System.Buffers.Text;
using System.Globalization;
using AgencyGraph.Benchmarks.Data;

namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>Incidents as a force's record system sends them while they happen.</summary>
internal static class LiveIncident
{
    public const string Document = """
        mutation Record($input: IncidentInput!) {
          recordIncident(input: $input) { outcome errors { code message path } incident { id reference } }
        }
        """;

    public static object Variables(int number, string council, IEnumerable<InventedPerson> children, DateTimeOffset now)
    {
        var recorded = now.AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture);
        return new
        {
            input = new
            {
                idempotencyKey = Guid.NewGuid(),
                reference = string.Create(CultureInfo.InvariantCulture, $"{GreaterManchester.Prefix}/2025/{number}"),
                kind = "DOMESTIC_ABUSE",
                council,
                occurredAt = recorded,
                reportedAt = recorded,
                recordedAt = recorded,
                riskGrade = "HIGH",
                sharing = new { shared = true },
                persons = children.Select(Person),
                narrative = "Neighbours heard shouting; two officers attended; children upstairs.",
            },
        };
    }

    /// <summary>The number in a frame's reference; null in a frame about none of these.</summary>
    public static int? NumberIn(ReadOnlySpan<byte> frame)
    {
        var before = "\"GMP/2025/"u8;
        return frame.IndexOf(before) is >= 0 and var at && Utf8Parser.TryParse(frame[(at + before.Length)..], out int number, out _) ? number : null;
    }

    private static object Person(InventedPerson child) => new
    {
        role = "PRESENT",
        givenName = child.Given,
        surname = child.Surname,
        bornOn = child.BornOnText,
        sex = child.Sex,
        nhsNumber = child.Nhs,
        address = new { lines = new[] { child.Street }, postcode = child.Postcode },
    };
}
