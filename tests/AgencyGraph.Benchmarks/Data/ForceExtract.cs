using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Data;

/// <summary>A month of a force's incidents as its record system puts them out: one to two children an incident, who come back.</summary>
internal sealed class ForceExtract(int incidents)
{
    private static readonly JsonSerializerOptions AsForcesWrite = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly string[] Kinds = ["DOMESTIC_ABUSE", "DOMESTIC_ABUSE", "MISSING_CHILD", "CHILD_CONCERN", "NEGLECT"];
    private static readonly string[] Grades = ["STANDARD", "MEDIUM", "HIGH"];
    private static readonly DateTimeOffset Begin = new(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(1));

    private readonly Random chance = new(20261001);

    public void Write(string file)
    {
        using var output = new StreamWriter(file);
        var children = Enumerable.Range(0, incidents).Select(number => InventedPerson.Child(chance, number)).ToArray();
        for (var i = 0; i < incidents; i++)
            output.Write(JsonSerializer.Serialize(Line(i, children), AsForcesWrite) + "\n");
    }

    private object Line(int number, InventedPerson[] children)
    {
        var occurred = Begin.AddSeconds(number * 100.0);
        var family = children[chance.Next(children.Length)];
        var persons = new List<object> { Child(family, "PRESENT", chance.Next(4) == 0 ? "“I want to stay at Nan’s.”" : null) };
        if (chance.Next(3) == 0 && children[number] != family)
            persons.Add(Child(children[number], "PRESENT", null));
        persons.Add(Adult("VICTIM", number));
        if (chance.Next(10) < 8)
            persons.Add(Adult("ALLEGED_PERPETRATOR", number));
        if (chance.Next(3) == 0)
            persons.Add(Adult("PARENT", number));
        return new
        {
            Ref = string.Create(CultureInfo.InvariantCulture, $"{GreaterManchester.Prefix}/2026/{1_000_000 + number}"),
            Revision = 1,
            Kind = Kinds[chance.Next(Kinds.Length)],
            Council = GreaterManchester.Councils[number % GreaterManchester.Councils.Length],
            Occurred = At(occurred),
            Reported = At(occurred.AddMinutes(5)),
            Recorded = At(occurred.AddMinutes(8)),
            RiskAssessed = At(occurred.AddMinutes(23)),
            Risk = Grades[chance.Next(Grades.Length)],
            Share = true,
            Persons = persons,
            Location = new { Lines = new[] { $"{chance.Next(1, 200)} King Street" }, Postcode = "M14 4AF" },
            Narrative = "Neighbours heard shouting; two officers attended; children upstairs. Mother spoken to alone.",
        };
    }

    private static object Child(InventedPerson child, string role, string? voice) => new
    {
        Role = role,
        child.Given,
        child.Surname,
        Dob = child.BornOnText,
        child.Sex,
        child.Nhs,
        Address = new { Lines = new[] { child.Street }, child.Postcode },
        Voice = voice,
    };

    private object Adult(string role, int number)
    {
        var adult = InventedPerson.Adult(chance, number);
        return new
        {
            Role = role,
            adult.Given,
            adult.Surname,
            Dob = adult.BornOnText,
            adult.Sex,
            Address = new { Lines = new[] { adult.Street }, adult.Postcode },
        };
    }

    private static string At(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
