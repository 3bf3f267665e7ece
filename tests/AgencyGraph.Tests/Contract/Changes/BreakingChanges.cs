using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace AgencyGraph.Tests.Contract.Changes;

/// <summary>What of a schema, once released, a later one takes away: each change as the sentence by which the change log names it.</summary>
public sealed class BreakingChanges
{
    private readonly List<string> changes = [];

    public static IReadOnlyList<string> Between(string before, string after)
    {
        var (old, now) = (TypesOf(before), TypesOf(after));
        var found = new BreakingChanges();
        foreach (var (name, type) in old)
        {
            if (!now.TryGetValue(name, out var later))
                found.Add(name, "removed");
            else if (type.Kind != later.Kind)
                found.Add(name, "became another kind of type");
            else
                found.Compare(name, type, later);
        }

        return [.. found.changes.Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, GraphQLTypeDefinition> TypesOf(string schema)
        => Parser.Parse(schema).Definitions.OfType<GraphQLTypeDefinition>()
            .Where(type => type is not GraphQLDirectiveDefinition)
            .ToDictionary(type => type.Name.StringValue, StringComparer.Ordinal);

    private void Add(string what, string change) => changes.Add($"{what}: {change}.");

    private void Compare(string name, GraphQLTypeDefinition before, GraphQLTypeDefinition after)
    {
        switch (before, after)
        {
            case (GraphQLObjectTypeDefinition old, GraphQLObjectTypeDefinition now):
                Without(name, "no longer implements", Names(old.Interfaces?.Items), Names(now.Interfaces?.Items));
                CompareFields(name, old.Fields, now.Fields);
                break;
            case (GraphQLInterfaceTypeDefinition old, GraphQLInterfaceTypeDefinition now):
                Without(name, "no longer implements", Names(old.Interfaces?.Items), Names(now.Interfaces?.Items));
                CompareFields(name, old.Fields, now.Fields);
                break;
            case (GraphQLUnionTypeDefinition old, GraphQLUnionTypeDefinition now):
                Without(name, "no longer holds", Names(old.Types?.Items), Names(now.Types?.Items));
                break;
            case (GraphQLEnumTypeDefinition old, GraphQLEnumTypeDefinition now):
                Without(name, "no longer has", Values(old), Values(now));
                break;
            case (GraphQLScalarTypeDefinition old, GraphQLScalarTypeDefinition now):
                if (Directive(old, "specifiedBy") != Directive(now, "specifiedBy"))
                    Add(name, "is specified elsewhere");
                break;
            case (GraphQLInputObjectTypeDefinition old, GraphQLInputObjectTypeDefinition now):
                if (Directive(old, "oneOf") is null && Directive(now, "oneOf") is not null)
                    Add(name, "takes exactly one of its fields now");
                CompareInputs(name, old.Fields?.Items, now.Fields?.Items);
                break;
        }
    }

    private void CompareFields(string type, GraphQLFieldsDefinition? before, GraphQLFieldsDefinition? after)
    {
        foreach (var old in before?.Items ?? [])
        {
            var name = $"{type}.{old.Name.StringValue}";
            if (after?.Items.Find(field => field.Name == old.Name) is not { } now)
            {
                Add(name, "removed");
                continue;
            }

            if (!StillGives(old.Type, now.Type))
                Add(name, $"gives {Text(now.Type)} instead of {Text(old.Type)}");
            CompareInputs(name, old.Arguments?.Items, now.Arguments?.Items);
        }
    }

    private void CompareInputs(string owner, List<GraphQLInputValueDefinition>? before, List<GraphQLInputValueDefinition>? after)
    {
        foreach (var old in before ?? [])
        {
            var name = $"{owner}.{old.Name.StringValue}";
            if (after?.Find(input => input.Name == old.Name) is not { } now)
            {
                Add(name, "removed");
                continue;
            }

            if (!StillTakes(old.Type, now.Type))
                Add(name, $"takes {Text(now.Type)} instead of {Text(old.Type)}");
            else if (IsRequired(now) && !IsRequired(old))
                Add(name, "must be given now");
            else if (old.DefaultValue is not null && Text(old.DefaultValue) != Text(now.DefaultValue))
                Add(name, $"its default is {Text(now.DefaultValue)} instead of {Text(old.DefaultValue)}");
        }

        foreach (var added in (after ?? []).Where(input => IsRequired(input) && before?.Exists(old => old.Name == input.Name) != true))
            Add($"{owner}.{added.Name.StringValue}", "is new and must be given");
    }

    private void Without(string name, string change, IEnumerable<string> before, IEnumerable<string> after)
    {
        foreach (var gone in before.Except(after))
            Add(name, $"{change} {gone}");
    }

    /// <summary>A client that reads the old type can read the new one: it may promise more, not less.</summary>
    private static bool StillGives(GraphQLType old, GraphQLType now) => (old, now) switch
    {
        (GraphQLNonNullType required, GraphQLNonNullType stillRequired) => StillGives(required.Type, stillRequired.Type),
        (GraphQLNonNullType, _) => false,
        (_, GraphQLNonNullType promised) => StillGives(old, promised.Type),
        (GraphQLListType list, GraphQLListType later) => StillGives(list.Type, later.Type),
        _ => Text(old) == Text(now),
    };

    /// <summary>What a client sends for the old type is good for the new one: it may ask for less, not more.</summary>
    private static bool StillTakes(GraphQLType old, GraphQLType now) => (old, now) switch
    {
        (GraphQLNonNullType required, GraphQLNonNullType stillRequired) => StillTakes(required.Type, stillRequired.Type),
        (GraphQLNonNullType required, _) => StillTakes(required.Type, now),
        (_, GraphQLNonNullType) => false,
        (GraphQLListType list, GraphQLListType later) => StillTakes(list.Type, later.Type),
        _ => Text(old) == Text(now),
    };

    private static bool IsRequired(GraphQLInputValueDefinition input) => input.Type is GraphQLNonNullType && input.DefaultValue is null;

    private static IEnumerable<string> Names(IEnumerable<GraphQLNamedType>? types) => (types ?? []).Select(type => type.Name.StringValue);

    private static IEnumerable<string> Values(GraphQLEnumTypeDefinition type) => (type.Values?.Items ?? [])
        .Select(value => value.Name.StringValue);

    private static string? Directive(IHasDirectivesNode node, string name)
        => node.Directives?.Items.Find(directive => directive.Name.Value == name) is { } found
            ? string.Join(", ", (found.Arguments?.Items ?? []).Select(Text)) : null;

    private static string Text(ASTNode? node) => node is null ? "none" : new SDLPrinter().Print(node).Trim();
}
