using AgencyGraph.Benchmarks.Data;

namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>In each council some children whom the council knows, each allocated to a social worker; incidents are about them and others.</summary>
internal sealed class Families
{
    public const int WorkersInCouncil = 6;

    private const string RecordChild = """
        mutation Child($input: RecordChildInput!) { recordChild(input: $input) { errors { code message } child { id } } }
        """;

    private const string AllocateWorker = """
        mutation Worker($input: AllocateWorkerInput!) { allocateWorker(input: $input) { errors { code message } } }
        """;

    private readonly Dictionary<string, InventedPerson[]> allocated = [];

    /// <summary>The child of a council that is allocated to one of its workers.</summary>
    public InventedPerson ChildOf(string council, int worker) => allocated[council][worker];

    public static string Worker(int number) => $"worker-{number}";

    public static async Task<Families> SettleAsync(Uri address, HttpClient http, Tokens tokens)
    {
        var families = new Families();
        var chance = new Random(1);
        foreach (var council in GreaterManchester.Councils)
        {
            var hub = new GraphClient(http, address, tokens.Of("hub-practitioner", council));
            var children = Enumerable.Range(0, WorkersInCouncil)
                .Select(_ => InventedPerson.Child(chance, chance.Next(400_000))).ToArray();
            for (var i = 0; i < children.Length; i++)
                await SettleAsync(hub, children[i], i);
            families.allocated[council] = children;
        }

        return families;
    }

    private static async Task SettleAsync(GraphClient hub, InventedPerson child, int worker)
    {
        var input = new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = $"LCS-{worker}",
            givenName = child.Given,
            surname = child.Surname,
            bornOn = child.BornOnText,
            sex = child.Sex,
            nhsNumber = child.Nhs,
        };
        var recorded = await hub.AskAsync(RecordChild, new { input }, CancellationToken.None);
        var id = recorded.GetProperty("recordChild").GetProperty("child").GetProperty("id").GetString();
        var allocation = new { idempotencyKey = Guid.NewGuid(), child = id, worker = Worker(worker) };
        _ = await hub.AskAsync(AllocateWorker, new { input = allocation }, CancellationToken.None);
    }
}
