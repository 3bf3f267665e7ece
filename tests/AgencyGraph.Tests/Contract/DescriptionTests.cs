using System.Text.RegularExpressions;
using AgencyGraph.Commands.ExportSchema;
using GraphQLParser;
using GraphQLParser.AST;

namespace AgencyGraph.Tests.Contract;

/// <summary>The printed contract, read as a partner reads it.</summary>
public sealed partial class DescriptionTests
{
    private static readonly IReadOnlyDictionary<string, string?> Descriptions = Described();

    [Fact]
    public void Every_part_of_the_contract_is_described()
        => Assert.All(Descriptions, part => Assert.False(string.IsNullOrWhiteSpace(part.Value), $"{part.Key} has no description."));

    [Fact]
    public void A_description_is_made_of_whole_sentences()
        => Assert.All(Descriptions, part => Assert.True(
            part.Value is { } text && text.EndsWith('.') && !Hole().IsMatch(text) && (char.IsUpper(text[0]) || !char.IsLetter(text[0])),
            $"{part.Key}: {part.Value}"));

    [Fact]
    public void The_contract_is_spelled_as_in_Britain()
        => Assert.All(Descriptions, part => Assert.False(American().IsMatch($"{part.Key} {part.Value}"), $"{part.Key}: {part.Value}"));

    [Fact]
    public void Every_mutation_takes_one_input_with_a_key_and_gives_a_payload()
    {
        var types = Parser.Parse(Text).Definitions.OfType<GraphQLTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        foreach (var mutation in ((GraphQLObjectTypeDefinition)types["Mutation"]).Fields!.Items)
        {
            var argument = Assert.Single(mutation.Arguments!.Items);
            Assert.Equal("input", argument.Name.StringValue);
            var input = (GraphQLInputObjectTypeDefinition)types[NameOf(argument.Type)];
            if (input.Fields!.Items.Find(field => field.Name.Value == "items") is { } items)
                input = (GraphQLInputObjectTypeDefinition)types[NameOf(items.Type)];
            Assert.True(input.Fields!.Items.Exists(field => field.Name.Value == "idempotencyKey" && field.Type is GraphQLNonNullType
                && NameOf(field.Type) == "UUID"), input.Name.StringValue);
            Assert.Equal(mutation.Name.StringValue + "payload", NameOf(mutation.Type), ignoreCase: true);
        }
    }

    [Fact]
    public void Every_connection_takes_the_same_arguments_of_paging()
    {
        var fields = Parser.Parse(Text).Definitions.OfType<GraphQLObjectTypeDefinition>().SelectMany(type => type.Fields!.Items)
            .Where(field => NameOf(field.Type).EndsWith("Connection", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Equal(
            ["after", "before", "first", "last"],
            field.Arguments!.Items.Select(argument => argument.Name.StringValue).Except(["filter", "order"])
                .Order(StringComparer.Ordinal)));
    }

    private static string Text => ContractFiles.Print()[ContractFiles.Schema];

    private static Dictionary<string, string?> Described()
    {
        var found = new Dictionary<string, string?>();
        foreach (var type in Parser.Parse(Text).Definitions.OfType<GraphQLTypeDefinition>())
        {
            Add(type.Name.StringValue, type);
            foreach (var field in (type as GraphQLObjectTypeDefinition)?.Fields?.Items ?? (
                type as GraphQLInterfaceTypeDefinition)?.Fields?.Items ?? [])
            {
                Add($"{type.Name.StringValue}.{field.Name.StringValue}", field);
                foreach (var argument in field.Arguments?.Items ?? [])
                    Add($"{type.Name.StringValue}.{field.Name.StringValue}({argument.Name.StringValue})", argument);
            }

            foreach (var input in (type as GraphQLInputObjectTypeDefinition)?.Fields?.Items ?? [])
                Add($"{type.Name.StringValue}.{input.Name.StringValue}", input);
            foreach (var value in (type as GraphQLEnumTypeDefinition)?.Values?.Items ?? [])
                Add($"{type.Name.StringValue}.{value.Name.StringValue}", value);
        }

        return found;

        void Add(string name, IHasDescriptionNode node) => found.Add(name, node.Description?.Value.ToString());
    }

    private static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => NameOf(required.Type),
        GraphQLListType list => NameOf(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException(),
    };

    // What is left where a reference in a comment was dropped.
    [GeneratedRegex(@"\s[.,;:]|\s\s|\( | \)")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\b(color|behavior|center|catalog|license[sd]|defense)\b|[a-z]{3}(iz|yz)(e|ed|es|ing|ation)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex American();
}
