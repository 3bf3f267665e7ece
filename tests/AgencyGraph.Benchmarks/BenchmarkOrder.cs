namespace AgencyGraph.Benchmarks;

/// <summary>What to measure.</summary>
/// <param name="Verb">One benchmark's name, or <c>all</c>.</param>
/// <param name="IsQuick">Everything within three minutes.</param>
/// <param name="OnPostgres">On a private PostgreSQL server, from the installed binaries, and not on SQLite.</param>
/// <param name="JsonFile">Where the figures go besides; null for nowhere.</param>
/// <param name="ProgramFolder">A published server; null to publish one.</param>
internal sealed record BenchmarkOrder(string Verb, bool IsQuick, bool OnPostgres, string? JsonFile, string? ProgramFolder)
{
    public const string Usage = """
        import   20,000 incidents of a force's extract, by the import command
        latency  50 incidents a second, 200 subscriptions: from the request to each socket
        reads    a child, a council's first 50 children, nothing at all, in turns with the least that such answers cost here
        ledger   the first two by 64 at once, with the ledger of disclosures and without
        writes   incidents recorded by 64 at once, likewise
        fan      5,000 idle sockets and one event, likewise
        stall    50 who follow a council, of whom five stop reading, in turns with none who does
        idle     10,000 idle sockets of ten councils, and one event to a tenth of them
        revoke   moves, restrictions and withholdings: from their answer to the last frame about what was taken
        deadlines  a million that run: to find and to tell those that cross within a minute
        memory   64 at once over a million children; takes minutes to make them the first time, and is no part of all
        all      the others

        --quick      within three minutes
        --postgres   on a private PostgreSQL, and not on SQLite
        --json FILE  the figures as JSON
        --server DIR a published server, and not one published first
        """;

    private static readonly string[] Verbs = ["all", "import", "latency", "reads", "ledger", "writes", "fan", "stall", "idle", "revoke", "deadlines", "memory"];

    public static BenchmarkOrder? Parse(string[] args)
    {
        var order = new BenchmarkOrder("all", false, false, null, null);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick":
                    order = order with { IsQuick = true };
                    break;
                case "--postgres":
                    order = order with { OnPostgres = true };
                    break;
                case "--json" when i + 1 < args.Length:
                    order = order with { JsonFile = args[++i] };
                    break;
                case "--server" when i + 1 < args.Length:
                    order = order with { ProgramFolder = Path.GetFullPath(args[++i]) };
                    break;
                case var verb when i == 0 && Verbs.Contains(verb):
                    order = order with { Verb = verb };
                    break;
                default:
                    return null;
            }
        }

        return order;
    }

    public bool Wants(string benchmark) => Verb == "all" || Verb == benchmark;
}
