using System.Text.Json.Nodes;

namespace AgencyGraph.Tests.Commands.Import;

/// <summary>Makes lines as a force's record system writes them.</summary>
internal static class Extract
{
    public static string Line(string reference = "GMP/2026/1", int revision = 1, Action<JsonObject>? but = null)
    {
        var line = JsonNode.Parse("""
            {"ref":"","revision":1,"kind":"DOMESTIC_ABUSE","council":"BUR","occurred":"2026-10-01T01:02:00+01:00",
             "reported":"2026-10-01T01:07:00+01:00","recorded":"2026-10-01T01:10:00+01:00","riskAssessed":null,"risk":"MEDIUM","share":true,
             "persons":[{"role":"PRESENT","given":"Siân","surname":"Jones","dob":"2009-12-20","sex":"F","nhs":"9999344925",
                         "address":{"lines":["131 Rochdale Old Road"],"postcode":"SK16 6JL","safe":true},"voice":"“I want to stay.”"},
                        {"role":"INFORMANT","given":"Ravi","surname":"Kaur","anonymous":true}],
             "location":{"lines":["151 King Street"],"postcode":"SK16 3AD"},"narrative":"Neighbours heard shouting."}
            """)!.AsObject();
        line["ref"] = reference;
        line["revision"] = revision;
        if (revision > 1)
            line["correctionReason"] = "Misheard";
        but?.Invoke(line);
        return line.ToJsonString();
    }

    /// <summary>A missing child, found.</summary>
    public static string Missing(string reference, Action<JsonObject>? but = null)
    {
        var line = JsonNode.Parse("""
            {"ref":"","revision":1,"child":{"given":"Siân","surname":"Jones","dob":"2009-12-20","nhs":"9999344925"},"council":"BUR","type":"MISSING","risk":"HIGH",
             "started":"2026-10-01T20:00:00+01:00","reported":"2026-10-01T22:00:00+01:00","recorded":"2026-10-01T22:10:00+01:00","lookedAfter":null,"onPlan":true,
             "from":{"lines":["Mill Street"],"safe":false},
             "found":{"at":"2026-10-02T06:00:00+01:00","recorded":"2026-10-02T06:10:00+01:00","how":"RETURNED"}}
            """)!.AsObject();
        line["ref"] = reference;
        but?.Invoke(line);
        return line.ToJsonString();
    }

    public static string Correction(string reference = "GMP/2026/1", int revision = 2) => Line(reference, revision);
}
