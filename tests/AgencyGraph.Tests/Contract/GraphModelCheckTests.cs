using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract;

/// <summary>A declaration that leaves a hole stops the start: the model is made before the first request.</summary>
public sealed class GraphModelCheckTests
{
    private static readonly Listing Unordered = new("Holes", []);

    public static TheoryData<string, FieldDeclaration> Holes => new()
    {
        { "no detail class", Reference() with { Detail = (Detail)9_999 } },
        { "no description", Reference() with { Description = " " } },
        { "around its row rule", Reference() with { Value = (Expression<Func<ChildInvolvement, string>>)(involvement => involvement.Record!.GivenName) } },
        { "around its row rule", new ObjectDeclaration("hole", Detail.Open, "A hole.", (Expression<Func<ChildInvolvement, Incident?>>)(involvement => involvement.Incident), typeof(IncidentGraph), null) },
        { "no row rule governs", new ReferenceDeclaration("hole", Detail.Open, "A hole.", (Expression<Func<ChildInvolvement, Guid>>)(involvement => involvement.Id), typeof(InformantGraph)) },
        { "no module declares", new ReferenceDeclaration("hole", Detail.Open, "A hole.", (Expression<Func<ChildInvolvement, Guid>>)(involvement => involvement.Id), typeof(string)) },
        {
            "is over", new ListDeclaration(
                "hole", Detail.Open, "A hole.", (Expression<Func<ChildInvolvement, IncidentId>>)(involvement => involvement.IncidentId),
                new Link(typeof(ChildInvolvement), (Expression<Func<ChildInvolvement, IncidentId>>)(involvement => involvement.IncidentId), (Expression<Func<ChildInvolvement, Incident?>>)(involvement => involvement.Incident)),
                typeof(InformantGraph), ListShape.Whole, Unordered)
        },
    };

    [Theory]
    [MemberData(nameof(Holes))]
    public void A_field_that_leaves_a_hole_stops_the_start(string why, FieldDeclaration field)
    {
        var services = new ServiceCollection();
        GraphParts.Add(services);
        _ = services.AddSingleton<IGraphModule>(new Spoilt(field));
        using var provider = services.BuildServiceProvider();

        Assert.Contains(why, Assert.Throws<InvalidOperationException>(provider.GetRequiredService<GraphModel>).Message, StringComparison.Ordinal);
    }

    private static ScalarDeclaration Reference()
        => new("hole", Detail.Open, "A hole.", (Expression<Func<ChildInvolvement, IncidentId>>)(involvement => involvement.IncidentId), IsRequired: true);

    private sealed class Spoilt(FieldDeclaration field) : IGraphModule
    {
        public void Declare(GraphModel graph)
        {
            var type = new Hole();
            type.Add(field);
            graph.Type(type);
        }
    }

    private sealed class Hole() : DeclaredType<ChildInvolvement>("Hole", "What nobody may declare.");
}
