using System.Text.RegularExpressions;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;
using GraphQLParser;
using GraphQLParser.AST;

namespace AgencyGraph.Tests.Visibility;

/// <summary>The routes by which a safe address, or what betrays it, could reach somebody who is not shown it.</summary>
public sealed partial class LeakRouteTests
{
    private const string Refuge = "Refuge Lane 7";
    private const string School = "st-anne";
    private static readonly string[] Lines = [Refuge];
    private static readonly string Number = NumberOf(4_711);

    private const string Everything = "{ children { totalCount nodes { ...C } } incidents { totalCount nodes { ...I } } missingEpisodes { totalCount nodes { ...M } } referrals { totalCount nodes { ...F } } }" + Documents.Fragments;

    [Fact]
    public async Task A_school_is_told_of_the_pupil_and_of_nothing_that_says_where_the_family_is()
    {
        await using var exchange = await FamilyAsync();
        var answer = await exchange.As(Role.SchoolLead, School).AskTextAsync(Everything);

        Assert.Contains("GMP/2026/1", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Refuge, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Corner", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"council\":{", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SAFE_ADDRESS", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_force_that_knows_a_child_is_not_pointed_to_the_council_that_keeps_it_safe()
    {
        await using var exchange = await FamilyAsync();
        var officer = exchange.As(Role.PoliceOfficer, Sample.Force);

        Assert.Equal("""[{"agency":{"code":"greater-manchester"}}]""", await InvolvementAsync(officer));
    }

    [Fact]
    public async Task A_force_is_pointed_to_a_council_that_knows_a_child_who_is_at_home()
    {
        await using var exchange = await FamilyAsync(isKeptSafe: false, isPlaceSafe: false);
        var officer = exchange.As(Role.PoliceOfficer, Sample.Force);

        Assert.Equal("""[{"agency":{"code":"BUR"}},{"agency":{"code":"greater-manchester"}}]""", await InvolvementAsync(officer));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_force_is_pointed_to_nobody_where_only_the_place_or_a_parent_is_kept_safe(bool isPlaceSafe, bool isParentSafe)
    {
        await using var exchange = await FamilyAsync(isKeptSafe: false, isPlaceSafe, isParentSafe);

        Assert.Equal("""[{"agency":{"code":"greater-manchester"}}]""", await InvolvementAsync(exchange.As(Role.PoliceOfficer, Sample.Force)));
    }

    /// <summary>But a child is found in an emergency by the postcode of the usual address, with the whole of a person; a safe one does not find.</summary>
    [Fact]
    public void Nothing_is_searched_filtered_or_sorted_by_an_address()
    {
        var definitions = Parser.Parse(ContractFiles.Print()[ContractFiles.Schema]).Definitions;
        var inputs = definitions.OfType<GraphQLInputObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        var searches = inputs.Keys.Where(name => name.EndsWith("Filter", StringComparison.Ordinal) || name.EndsWith("By", StringComparison.Ordinal)).ToArray();
        var orders = definitions.OfType<GraphQLEnumTypeDefinition>().Where(type => type.Name.StringValue.EndsWith("Order", StringComparison.Ordinal)).ToArray();

        Assert.True(searches.Length > 8 && orders.Length >= 3, "The test is blind.");
        Assert.Equal(["BreakGlassBy.person.postcode"], searches.SelectMany(name => Below(name, name)).Where(path => ByAddress().IsMatch(path)));
        Assert.All(orders.SelectMany(order => order.Values!), value => Assert.DoesNotMatch(ByAddress(), value.Name.StringValue)); // An enum has values.

        IEnumerable<string> Below(string name, string path) => inputs.TryGetValue(name, out var input)
            ? input.Fields!.SelectMany(field => Below(NameOf(field.Type), $"{path}.{field.Name.StringValue}")) // An input has fields.
            : [path];

        static string NameOf(GraphQLType type) => type switch
        {
            GraphQLNonNullType required => NameOf(required.Type),
            GraphQLListType list => NameOf(list.Type),
            GraphQLNamedType named => named.Name.StringValue,
            _ => "",
        };
    }

    [SkippableTheory, EveryDatabase]
    public async Task Two_roles_that_take_turns_are_never_answered_as_each_other_and_neither_as_before_a_restriction(DatabaseKind kind)
    {
        const int Turns = 250; // And as many again, of both.
        await using var exchange = await FamilyAsync(kind: kind);
        var (system, officer) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.PoliceOfficer, Sample.Force));
        string[] queries =
        [
            "{ incidents { nodes { safeLocation { lines } } } }", "{ incidents { totalCount nodes { reference safeLocation { lines } involved: children { child { id } } } } }",
            "{ children { totalCount nodes { incidents { nodes { safeLocation { lines } } } } } }", "{ incident(by: { reference: \"GMP/2026/1\" }) { id safeLocation { lines } } }",
        ];
        var own = await Task.WhenAll(queries.Select(query => system.AskTextAsync(query)));
        var other = await Task.WhenAll(queries.Select(query => officer.AskTextAsync(query)));
        Assert.All(own, answer => Assert.Contains("Corner", answer, StringComparison.Ordinal));
        Assert.All(other, answer => Assert.DoesNotContain("Corner", answer, StringComparison.Ordinal));
        await TakeTurnsAsync(own, other);

        var incident = (await system.DataAsync("{ incidents { nodes { id } } }"))["incidents"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var restricted = await system.RunAsync(
            "restrictRecord", "RestrictRecordInput", new { idempotencyKey = Guid.NewGuid(), record = incident, named = Array.Empty<object>(), reason = "Harm" }, "outcome"); // Who restricts is named.
        Assert.Equal("RECORDED", restricted["outcome"]!.GetValue<string>());

        // Every plan is warm, and none of them may answer as it did.
        string[] after = [.. await Task.WhenAll(queries.Select(query => officer.AskTextAsync(query)))];
        Assert.All(after, answer => Assert.DoesNotMatch("GMP/2026/1|safeLocation", answer));
        await TakeTurnsAsync(own, after);

        Task TakeTurnsAsync(string[] systems, string[] officers) => Parallel.ForEachAsync(Enumerable.Range(0, Turns), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (turn, cancellationToken) =>
        {
            var query = turn % queries.Length;
            Assert.Equal(systems[query], await system.AskTextAsync(queries[query], cancellationToken: cancellationToken));
            Assert.Equal(officers[query], await officer.AskTextAsync(queries[query], cancellationToken: cancellationToken));
        });
    }

    /// <summary>A child in an incident of the force, known to Bury, which keeps the child safe, and on roll at a school.</summary>
    private static async Task<RunningExchange> FamilyAsync(bool isKeptSafe = true, bool isPlaceSafe = true, bool isParentSafe = false, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var exchange = await RunningExchange.StartAsync(kind, settings: Documents.Room);
        await Registered.AgencyAsync(exchange.As(Role.Administrator, "BUR"), School, "SCHOOL");
        await Registered.WaitAsync(exchange, School);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        var recorded = await system.RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = "A",
            givenName = "Ada",
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber = Number,
            address = new { lines = Lines, isSafe = isKeptSafe },
        }, "child { id }");
        _ = await system.RunAsync("enrolChild", "EnrolChildInput",
            new { idempotencyKey = Guid.NewGuid(), child = recorded["child"]!["id"]!.GetValue<string>(), at = School }, "outcome");
        var incident = Sample.Incident(1, "BUR", true, Number);
        incident["location"] = new { lines = new[] { "1 Corner" }, isSafe = isPlaceSafe };
        if (isParentSafe)
            incident["persons"] = ((IEnumerable<object>)incident["persons"]!).Append(new { role = "PARENT", givenName = "Eva", surname = "Test", address = new { lines = Lines, isSafe = true } });
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", incident, "outcome errors { message }");
        return exchange;
    }

    private static async Task<string> InvolvementAsync(ExchangeCaller caller)
    {
        var involvement = (await caller.DataAsync("{ children { nodes { involvement { agency { code } } } } }"))["children"]!["nodes"]![0]!["involvement"]!;
        return $"[{string.Join(',', involvement.AsArray().Select(one => one!.ToJsonString()).Order(StringComparer.Ordinal))}]";
    }

    private static string NumberOf(int serial) => Numbers.NhsNumber(ref serial);

    [GeneratedRegex("(?i)address|postcode|location|lines|place|district|ward|phone")]
    private static partial Regex ByAddress();
}
