using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Feed;

/// <summary>Two councils, two forces and three children, of whom each caller sees another part, with namesakes among the callers.</summary>
internal sealed class MixedRoles
{
    private readonly RunningExchange exchange;
    private readonly string[] numbers = [A.NhsNumber(), A.NhsNumber(), A.NhsNumber()];
    private int recorded;

    private MixedRoles(RunningExchange exchange) => this.exchange = exchange;

    public static async Task<MixedRoles> InAsync(RunningExchange exchange)
    {
        var world = new MixedRoles(exchange);
        await world.ChildAsync("BUR", world.numbers[0], "anna");
        await world.ChildAsync("BUR", world.numbers[1], "ben");
        await world.ChildAsync("WRL", world.numbers[2], "anna");
        return world;
    }

    /// <summary>The callers in turns, of whom no two neighbours are equal to every rule; and of what each is told.</summary>
    public (ExchangeCaller Caller, string Told) Caller(int number)
    {
        var subject = $"subject {number / Turns}";
        return (number % Turns) switch
        {
            0 => (exchange.As(Role.HubPractitioner, "BUR", subject), "ABF"),
            1 => (exchange.As(Role.SocialWorker, "BUR", "anna"), "AF"),
            2 => (exchange.As(Role.PoliceOfficer, Sample.Force, subject), "ABCDFG"),
            3 => (exchange.As(Role.HubPractitioner, "WRL", subject), "DGH"),
            4 => (exchange.As(Role.SocialWorker, "BUR", "ben"), "BF"),
            5 => (exchange.As(Role.HubPractitioner, "BUR", "anna", "CHILD_PROTECTION_ENQUIRY"), "ABF"),
            6 => (exchange.As(Role.CouncilSystem, "BUR", subject), "ABF"),
            7 => (exchange.As(Role.PoliceSystem, Sample.Force, subject), "ABCDFG"),
            8 => (exchange.As(Role.SocialWorker, "WRL", "anna"), "DGH"),
            9 => (exchange.As(Role.PoliceOfficer, "merseyside", subject), "H"),
            _ => (exchange.As(Role.CouncilSystem, "WRL", subject), "DGH"),
        };
    }

    private const int Turns = 11;

    /// <summary>The incidents A to H, one after the other; the last of what anybody is told is F, G or H.</summary>
    /// <returns>The letter of each by its reference.</returns>
    public async Task<IReadOnlyDictionary<string, char>> RecordAsync()
    {
        var letters = new Dictionary<string, char>();
        await RecordAsync('A', "BUR", isShared: true, numbers[0]);
        await RecordAsync('B', "BUR", isShared: true, numbers[1]);
        await RecordAsync('C', "BUR", isShared: false, numbers[0]);
        await RecordAsync('D', "WRL", isShared: true, numbers[2]);
        await RecordAsync('F', "BUR", isShared: true, numbers[0], numbers[1]);
        await RecordAsync('G', "WRL", isShared: true, numbers[2]);
        await RecordAsync('H', "WRL", isShared: true, numbers[2]);
        return letters;

        async Task RecordAsync(char letter, string council, bool isShared, params string[] of)
        {
            var incident = Sample.Incident(++recorded, council, isShared, of);
            var force = letter == 'H' ? "merseyside" : Sample.Force;
            if (letter == 'H')
                incident["reference"] = $"MER/2026/{recorded}";
            var made = await exchange.As(Role.PoliceSystem, force).RunAsync("recordIncident", "IncidentInput", incident, "outcome errors { message }");
            Assert.Equal("RECORDED", made["outcome"]?.GetValue<string>());
            letters.Add((string)incident["reference"]!, letter); // It was given just now.
        }
    }

    private async Task ChildAsync(string council, string number, string worker)
    {
        var hub = exchange.As(Role.HubPractitioner, council);
        var child = new { idempotencyKey = Guid.NewGuid(), localReference = number, givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber = number };
        var made = await hub.RunAsync("recordChild", "RecordChildInput", child, "child { id } errors { message }");
        var allocation = new { idempotencyKey = Guid.NewGuid(), child = made["child"]!["id"]!.GetValue<string>(), worker }; // It was recorded just now.
        var allocated = await hub.RunAsync("allocateWorker", "AllocateWorkerInput", allocation, "outcome");
        Assert.Equal("CHANGED", allocated["outcome"]?.GetValue<string>());
    }
}
