namespace AgencyGraph.Commands.Import;

/// <summary>What came back for a request: an answer to each item, or a fault of the request as a whole.</summary>
/// <param name="Answers">In the order of the items; null where the request was refused as a whole.</param>
/// <param name="Whole">Null where the items were answered.</param>
internal sealed record ExchangeReply(IReadOnlyList<ItemAnswer>? Answers, ItemError? Whole)
{
    public static ExchangeReply Of(IReadOnlyList<ItemAnswer> answers) => new(answers, null);

    public static ExchangeReply RefusedWhole(string code, string message) => new(null, new ItemError(code, message, ""));
}
