using System.Runtime.CompilerServices;
using System.Text.Json;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
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
        => Assert.Equal(Enum.GetValues<Permission>(), Grants.All.Values.SelectMany(grant => grant.Permissions).Distinct().Order());

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

    private static GraphModel Declared()
    {
        var services = new ServiceCollection();
        Program.AddGraph(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<GraphModel>();
    }
}
