using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The arguments of a connection.</summary>
internal sealed class PagingArguments(ValueTypes values, InputTypes inputs)
{
    private readonly Dictionary<string, EnumerationGraphType> orders = new(StringComparer.Ordinal);

    /// <summary>Of the ledger, which has one order.</summary>
    public QueryArguments OfLedger()
    {
        var arguments = Page();
        arguments.Add(Argument("filter", inputs.Of(typeof(LedgerFilter)), "Narrows the list."));
        return arguments;
    }

    public QueryArguments Of(Listing listing)
    {
        var arguments = Page();
        if (listing.Orders.Count > 1)
            arguments.Add(Argument("order", Order(listing), $"In which order; {listing.Orders[0].Name} by default."));
        if (listing.Filter is { } filter)
            arguments.Add(Argument("filter", inputs.Of(filter.Input), "Narrows the list."));
        return arguments;
    }

    private QueryArguments Page() => new(
        Argument("first", new IntScalar(), $"How many from the start, 1 to {PageRequest.MaxSize}; {PageRequest.DefaultSize} when neither is given. Not with `last`."),
        Argument("after", values.Cursor, "Only rows after this cursor."),
        Argument("last", new IntScalar(), $"How many from the end, 1 to {PageRequest.MaxSize}. Not with `first`."),
        Argument("before", values.Cursor, "Only rows before this cursor."));

    private static QueryArgument Argument(string name, IGraphType type, string description) => new(type) { Name = name, Description = description };

    private EnumerationGraphType Order(Listing listing)
    {
        if (!orders.TryGetValue(listing.Name, out var graph))
        {
            orders[listing.Name] = graph = new EnumerationGraphType { Name = listing.Name + "Order", Description = $"Orders of {listing.Name} lists." };
            foreach (var order in listing.Orders)
                graph.Add(new EnumValueDefinition(order.Name, order.Name) { Description = order.Description });
        }

        return graph;
    }
}
