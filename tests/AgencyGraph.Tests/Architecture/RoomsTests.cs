using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using Mono.Cecil;

namespace AgencyGraph.Tests.Architecture;

/// <summary>Who may import whom: a room imports rooms with a smaller number, and nothing else.</summary>
public sealed class RoomsTests
{
    private static readonly Dictionary<string, int> Numbers = new()
    {
        ["Storage"] = 1,
        ["Agencies"] = 2,
        ["Visibility"] = 3,
        ["Ledger"] = 4,
        ["Upkeep"] = 4,
        ["Feed"] = 5,
        ["Timeliness"] = 6,
        ["Contract"] = 7,
        ["Children"] = 8,
        ["Suspensions"] = 8,
        ["Registrations"] = 8,
        ["Enrolments"] = 9,
        ["Conflicts"] = 9,
        ["AccessHistory"] = 9,
        ["Receipts"] = 9,
        ["Identity"] = 9,
        ["StrategyDiscussions"] = 9,
        ["Incidents"] = 10,
        ["Missing"] = 10,
        ["Visits"] = 10,
        ["VettingChecks"] = 10,
        ["Schools"] = 10,
        ["Referrals"] = 11,
        ["Restrictions"] = 11,
        ["BreakGlass"] = 12,
        ["Conferences"] = 12,
        ["Retention"] = 13,
        ["Risk"] = 13,
        ["Inspection"] = 13,
        ["Access"] = 14,
        ["Transport"] = 14,
        ["Pages"] = 15,
        ["Commands"] = 16,
        ["Program"] = 16,
    };

    public static TheoryData<string, string> Becauses { get; } = new()
    {
        { "Storage", "it keeps whatever it is given and must outlive every feature" },
        { "Agencies", "who takes part does not depend on what they share" },
        { "Visibility", "a rule that knew a feature could not be signed off by itself" },
        { "Ledger", "what records disclosures may not depend on what is disclosed" },
        { "Upkeep", "what a server does beside what it is asked outlasts its faults alike, whoever asks for it" },
        { "Feed", "it carries every feature's facts and knows none of them; it renders through an interface that Contract implements" },
        { "Timeliness", "a statutory clock holds whichever feature starts it" },
        { "Contract", "the graph is made of declarations: it knows no feature, so a feature is added without touching it" },
        { "Suspensions", "whose access is suspended does not depend on what they share" },
        { "Registrations", "who takes part does not depend on what they share" },
        { "Enrolments", "at which school a child is does not depend on what else is known of the child" },
        { "Conflicts", "who is linked to a party of a child's case does not depend on what else is known of the child" },
        { "AccessHistory", "who looked at a child does not depend on what a feature holds of the child: it says of which children its records are" },
        { "Receipts", "who has received what does not depend on what it says: a feature tells through an interface what it sent" },
        { "Children", "everything is about a child, and a child about nothing else" },
        { "Identity", "matching links records of children and knows not what is told about them" },
        { "StrategyDiscussions", "a discussion is about children, before any other record is" },
        { "Incidents", "an incident stands whether or not anyone is referred" },
        { "Missing", "an episode stands by itself" },
        { "Visits", "a visit stands by itself" },
        { "VettingChecks", "a check stands by itself" },
        { "Schools", "a school is told of an incident, and an incident knows no school" },
        { "Referrals", "a referral rests on incidents and children" },
        { "Restrictions", "a restriction is laid on a child or an incident, and neither knows by whom it is hidden" },
        { "BreakGlass", "an emergency opens a child and what is told of the child, and none of that knows who opened it" },
        { "Conferences", "a conference rests on referrals" },
        { "Retention", "how long a record is kept is decided about it, and no feature knows when its records go" },
        { "Risk", "it looks at all features, and none looks at it" },
        { "Inspection", "it looks at all features, and none looks at it" },
        { "Access", "sign-in must hold whatever the graph is" },
        { "Transport", "bytes and sockets know the graph only as a service" },
        { "Pages", "a web page is a client of the public graph and knows no more of it than any other client" },
        { "Commands", "the command line is the top: all may be used, and none uses it" },
        { "Program", "it lists the parts, and no part knows the list" },
    };

    [Theory]
    [MemberData(nameof(Becauses))]
    public void A_room_imports_only_lower_rooms(string room, string because)
        => Refuse(room, because, used => Server.RoomOf(used) is var other && other != room && Numbers.TryGetValue(other, out var number)
            && number >= Numbers[room]
            && !(room == "Commands" && other == "Program") && !(room == "Program" && other == "Commands"));

    [Fact]
    public void The_fence_sees_what_is_named_only_inside_a_method()
        => Assert.Contains(
            Server.Used(Server.Types.Single(type => type.Name == "ContractFiles")),
            used => used.FullName == "AgencyGraph.Contract.Engine.GraphPrint");

    [Fact]
    public void Every_folder_is_a_room_with_a_number_and_a_reason()
    {
        var rooms = Server.Types.Select(Server.RoomOf).Distinct().ToArray();
        Assert.All(rooms, room
            => Assert.True(Numbers.ContainsKey(room),
                $"{room} has no number: decide whom it may import, in the table of the architecture and here."));
        Assert.Equal(Numbers.Keys.Order(StringComparer.Ordinal), Becauses.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GraphQL", "the engine can be replaced without touching a rule")]
    [InlineData("Microsoft.EntityFrameworkCore", "a rule is one expression, for SQL and for the feed alike")]
    [InlineData("Microsoft.AspNetCore", "a rule holds at every door")]
    public void Visibility_knows_no_framework(string framework, string because)
        => Refuse("Visibility", because, used => IsIn(used, framework));

    [Theory]
    [InlineData("Access", "sign-in must hold whatever the graph is", "Visibility", "Agencies")]
    [InlineData("Transport", "bytes and sockets know the graph only as a service", "Visibility", "Agencies", "Contract")]
    [InlineData("Pages", "a web page is a client of the public graph and knows no more of it than any other client", "Access", "Agencies", "Visibility")]
    public void The_doors_import_little(string room, string because, params string[] allowed)
        // The spelling of enums outside C# is one for the database, the graph, tokens and error codes, and a key is kept in a file in one way; neither is
        // a database, they only stand there.
        => Refuse(room, because, used => Server.RoomOf(used) is { Length: > 0 } other && other != room && !allowed.Contains(other)
            && used.Name is not (nameof(EnumNames) or nameof(PrivateKeyFile)));

    [Fact]
    public void Only_the_engine_folder_names_the_engine()
        => RefuseAll(
            "the engine is at the edge, where it can be replaced",
            type => !IsIn(type, "AgencyGraph.Contract.Engine") && Server.Outermost(type).Name != "ContractServices",
            used => IsIn(used, "GraphQL") || IsIn(used, "GraphQLParser"));

    [Fact]
    public void Only_the_program_the_commands_and_sign_in_see_the_configuration()
        => RefuseAll(
            "a setting is read, checked and typed once, at the top",
            type => Server.RoomOf(type) is not ("Program" or "Commands" or "Access"),
            used => used.FullName is "Microsoft.Extensions.Configuration.IConfiguration"
                or "Microsoft.Extensions.Configuration.IConfigurationSection");

    [Fact]
    public void What_declares_the_graph_never_names_the_database()
    {
        const string because = "a read around Records would be a read around the row rules";
        RefuseAll(because, type => IsDeclaring(Server.Outermost(type).Name),
            used => used.Name is nameof(AgencyDb) or "DbContext" or "IDbContextFactory`1");
        Assert.All(
            Repository.Sources.Where(source => IsDeclaring(Path.GetFileNameWithoutExtension(source.Path))),
            source => Assert.False(source.Text.Contains(nameof(AgencyDb), StringComparison.Ordinal),
                $"{source.Path} names the database, but {because}."));
    }

    private static bool IsDeclaring(string name)
        => name.EndsWith("Graph", StringComparison.Ordinal) || name.EndsWith("Fields", StringComparison.Ordinal)
            || name.EndsWith("Module", StringComparison.Ordinal);

    private static bool IsIn(TypeReference type, string space)
        => Server.NamespaceOf(type) is var found && (found == space || found.StartsWith(space + ".", StringComparison.Ordinal));

    private static void Refuse(string room, string because, Func<TypeReference, bool> forbidden)
        => RefuseAll(because, type => Server.RoomOf(type) == room, forbidden);

    private static void RefuseAll(string because, Func<TypeDefinition, bool> whose, Func<TypeReference, bool> forbidden)
    {
        var found = Server.Types.Where(whose)
            .SelectMany(type => Server.Used(type).Where(forbidden)
                .Select(used => $"{Server.Outermost(type).FullName} uses {used.FullName}"))
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(found.Length == 0, $"Not allowed, because {because}:\n{string.Join('\n', found)}");
    }
}
