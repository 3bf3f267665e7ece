using System.Runtime.CompilerServices;
using System.Text.Json;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract;

/// <summary>The declared graph against the rules: nothing granted that is not there, nothing there that is not granted.</summary>
public sealed class GraphModelTests
{
    /// <summary>Asked for by the engine's own fields: <c>me</c>, and the feed.</summary>
    private static readonly Permission[] OfTheEngine = [Permission.ReadOwnIdentity, Permission.FollowUpdates];

    private static readonly GraphModel Model = Declared();

    [Fact]
    public void Every_permission_is_asked_for_by_a_root_field_or_by_the_engine()
        => Assert.Equal(Enum.GetValues<Permission>(), Model.RootFields.Select(field => field.Permission).Concat(OfTheEngine).Distinct()
            .Order());

    [Fact]
    public void Every_permission_is_granted_to_some_role()
        => Assert.Equal(Enum.GetValues<Permission>(), Grants.All.Values.Concat(Grants.InEmergency.Values).SelectMany(grant => grant.Permissions).Distinct().Order());

    [Fact]
    public void Every_role_has_its_grant() => Assert.Equal(Enum.GetValues<Role>(), Grants.All.Keys.Order());

    /// <summary>But a pointer, which is the record that it does not show.</summary>
    [Fact]
    public void Every_kind_of_record_has_one_graph_with_ids()
        // A pointer is a child record by less of it, and the ledger is no table of the records'.
        => Assert.Equal(Enum.GetValues<RecordKind>().Where(kind => kind is not (RecordKind.Involvement or RecordKind.Disclosure)), Model.Types.Where(type => type.NodeTag is not null).OfType<IRecordGraph>()
            .Select(graph => graph.Kind).Order());

    [Fact]
    public void Every_kind_of_update_has_one_type()
        => Assert.Equal(Enum.GetValues<UpdateKind>(), Model.Updates.Select(update => update.Kind).Order());

    [Fact]
    public void Every_class_of_fields_has_a_field_and_some_role_that_sees_it()
    {
        var declared = Model.Types.SelectMany(type => type.Fields).Select(field => field.Detail).ToHashSet();
        Assert.All(Enum.GetValues<Detail>().Where(detail => detail != Detail.Disclosure), detail =>
        {
            Assert.Contains(detail, declared);
            Assert.Contains(Grants.All.Values, grant => !grant[detail].IsNever);
        });
    }

    [Fact]
    public void Every_field_says_what_it_means_and_who_may_see_it()
        => Assert.All(Model.Types.SelectMany(type => type.Fields),
            field => Assert.True(Enum.IsDefined(field.Detail) && field.Description.EndsWith('.'), field.Name));

    [Fact]
    public void A_filter_is_of_the_class_of_the_field_that_it_is_named_for()
    {
        var lists = Model.RootFields.OfType<ConnectionField>().Where(field => field.Listing.Filter is not null)
            .Select(field => (Model.Of(field.Graph), field.Listing.Filter!))
            .Concat(Model.RootFields.OfType<LookupField>().Select(field => (Model.Of(field.Graph), field.Lookup)));
        foreach (var (type, filter) in lists)
        {
            foreach (var property in filter.Input.GetProperties())
            {
                var input = RuntimeHelpers.GetUninitializedObject(filter.Input);
                property.SetValue(input, Given(property.PropertyType));
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                if (type.Fields.FirstOrDefault(field => field.Name == name || $"{field.Name}s" == name) is { } field)
                    Assert.All(filter.Conditions(input), condition => Assert.True(field.Detail == condition.Detail, $"{type.Name}, by {name}"));
            }
        }

        static object Given(Type type) => type == typeof(string) ? ""
            : Nullable.GetUnderlyingType(type) is { } value ? RuntimeHelpers.GetUninitializedObject(value)
            : type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
            : RuntimeHelpers.GetUninitializedObject(type);
    }

    [Fact]
    public void Every_type_with_an_id_of_its_own_has_a_tag_of_its_own()
    {
        var tags = Model.Types.Select(type => type.NodeTag).OfType<char>().ToArray();
        Assert.Equal(tags.Distinct(), tags);
    }

    [Fact]
    public void A_list_is_in_no_order_by_a_field_that_the_role_may_not_read()
    {
        var secret = new ListOrder("BY_ADDRESS", "By the address.", Detail.SafeAddress, []);
        var listing = new Listing("Child", [new ListOrder("BY_ID", "By the id.", Detail.Open, []), secret]);
        foreach (var grant in Grants.All.Values)
        {
            Assert.Same(listing.Orders[0], PageRules.Order(listing, Asked(null), grant));
            if (!grant[Detail.SafeAddress].IsAlways)
                Assert.Equal(ErrorCode.SortForbidden, Assert.Throws<ReadRefusedException>(() => PageRules.Order(listing, Asked(secret.Name), grant)).Code);
        }

        static PageRequest Asked(string? order) => new(null, null, null, null, order, null);
    }

    [Fact]
    public void An_order_that_is_declared_is_by_a_field_that_everybody_reads_who_may_list()
        => Assert.All(Model.RootFields.OfType<ConnectionField>(), field => Assert.All(field.Listing.Orders, order => Assert.All(
            Grants.All.Values.Where(grant => grant.Permits(field.Permission)), grant => Assert.True(grant[order.Detail].IsAlways, $"{grant.Role}: {field.Listing.Name} {order.Name}"))));

    /// <summary>The exchange goes to no address that a client names: there is nowhere to write one.</summary>
    [Fact]
    public void Nothing_that_a_client_writes_is_an_address_on_a_network()
    {
        var definitions = Parser.Parse(ContractFiles.Print()[ContractFiles.Schema]).Definitions;
        var values = definitions.OfType<GraphQLInputObjectTypeDefinition>().SelectMany(type => type.Fields!) // An input has fields.
            .Concat(definitions.OfType<GraphQLObjectTypeDefinition>().SelectMany(type => type.Fields!).SelectMany(field => field.Arguments?.Items ?? [])).ToArray(); // So has a type.
        var written = definitions.OfType<GraphQLInputObjectTypeDefinition>().Select(type => type.Name.StringValue)
            .Concat(definitions.OfType<GraphQLEnumTypeDefinition>().Select(type => type.Name.StringValue)).ToHashSet();

        Assert.True(values.Length > 150, "The test is blind.");
        Assert.Equal(
            ["Boolean", "Cursor", "DateTime", "ID", "Int", "LocalDate", "NhsNumber", "String", "UUID", "Upn"],
            values.Select(value => NameOf(value.Type)).Where(name => !written.Contains(name)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(values, value => Assert.DoesNotMatch("(?i)ur[li]|href|link|callback|hook|endpoint|host|domain", value.Name.StringValue));

        static string NameOf(GraphQLType type) => type switch
        {
            GraphQLNonNullType required => NameOf(required.Type),
            GraphQLListType list => NameOf(list.Type),
            GraphQLNamedType named => named.Name.StringValue,
            _ => throw new InvalidOperationException(type.Kind.ToString()),
        };
    }

    private static GraphModel Declared()
    {
        var services = new ServiceCollection();
        GraphParts.Add(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<GraphModel>();
    }
}
