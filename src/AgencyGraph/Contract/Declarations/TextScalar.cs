namespace AgencyGraph.Contract.Declarations;

/// <summary>A checked value that is text in the graph.</summary>
/// <param name="Name">The scalar's name.</param>
/// <param name="Parse">From text to the value; null when the text is no such value.</param>
/// <param name="Url">Where it is specified (<c>@specifiedBy</c>); null where there is no such page.</param>
public sealed record TextScalar(string Name, Type Value, string Description, Func<string, object?> Parse, string? Url = null);
