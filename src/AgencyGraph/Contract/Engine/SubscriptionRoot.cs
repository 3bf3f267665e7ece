using AgencyGraph.Contract.Reading;
using GraphQLParser;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

internal static class SubscriptionRoot
{
    /// <summary>The one root field, which may be selected in parts. The engine lets conditions on it and fields behind nested fragments pass; the specification does not.</summary>
    public static GraphQLField FieldOf(GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var fields = new List<GraphQLField>();
        Collect(operation.SelectionSet, 0);
        return fields is [var first, ..] && fields.All(field => field.Name.Value == "updates" && SelectionReader.KeyOf(field) == SelectionReader.KeyOf(first))
            ? first
            : throw new ReadRefusedException(ErrorCode.ValidationFailed, "A subscription selects `updates` once and nothing else.");

        void Collect(GraphQLSelectionSet? set, int depth)
        {
            foreach (var selection in set?.Selections ?? [])
            {
                if (selection is IHasDirectivesNode { Directives.Items.Count: > 0 } || depth > 10)
                    throw new ReadRefusedException(ErrorCode.ValidationFailed, "The root of a subscription takes no @skip or @include.");
                if (selection is GraphQLField field)
                    fields.Add(field);
                else if (selection is GraphQLInlineFragment inline)
                    Collect(inline.SelectionSet, depth + 1);
                else if (selection is GraphQLFragmentSpread spread)
                    Collect(document.FindFragmentDefinition(spread.FragmentName.Name.StringValue)?.SelectionSet, depth + 1);
            }
        }
    }
}
