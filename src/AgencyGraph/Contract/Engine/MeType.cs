using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The type of <c>me</c>.</summary>
internal static class MeType
{
    public const string Name = "Caller";

    public static ObjectGraphType Create(ValueTypes values, IGraphType agency)
    {
        var type = new ObjectGraphType { Name = Name, Description = "You: as whom, in which role and for which purpose this request is answered." };
        Add("subject", "The issuer's name for you.", values.Leaf(typeof(string)), caller => caller.Subject);
        Add("role", "The role in which you act.", values.Leaf(typeof(Role)), caller => caller.Role);
        Add("purpose", "The purpose that you stated.", values.Leaf(typeof(Purpose)), caller => caller.Purpose);
        Add("permissions", "The operations that your role may call for the purpose that you stated.", new ListGraphType(new NonNullGraphType(values.Leaf(typeof(Permission)))), caller => Grants.Of(caller.Role, caller.Purpose).Permissions);
        _ = type.AddField(new FieldType { Name = "onBehalfOf", Description = "The worker for whom a council's system acts; null when it acts for itself or you are a person.", ResolvedType = values.Leaf(typeof(string)), Resolver = Pick.From<CallerInHand>(hand => hand.Caller.OnBehalfOf) });
        _ = type.AddField(new FieldType { Name = "agency", Description = "Your agency.", ResolvedType = new NonNullGraphType(agency), Resolver = Pick.With<CallerInHand>((hand, key) => hand.Agencies[key]) });
        return type;

        void Add(string name, string description, IGraphType graph, Func<Caller, object?> pick)
            => type.AddField(new FieldType { Name = name, Description = description, ResolvedType = new NonNullGraphType(graph), Resolver = Pick.From<CallerInHand>(hand => pick(hand.Caller)) });
    }
}

/// <summary>The caller, with their agency as read for each selection of it.</summary>
internal sealed record CallerInHand(Caller Caller, IReadOnlyDictionary<string, Row?> Agencies);
