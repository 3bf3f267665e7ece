namespace AgencyGraph.Commands.Import;

/// <summary>One field of the extract and where it goes in the mutation's input.</summary>
/// <param name="Name">As the extract names it.</param>
/// <param name="Target">As the exchange names it.</param>
/// <param name="Group">The object of the input that holds it; null for the item itself.</param>
/// <param name="Of">What a record, or each of a list of records, is made of; null for others.</param>
internal sealed record Field(string Name, string Target, FieldKind Kind, bool IsRequired = false, string? Group = null, Shape? Of = null)
{
    /// <summary>
    /// Null says "not known", which an optional text or record may be. A flag may not: whether an address is safe to show is never
    /// guessed from a null.
    /// </summary>
    public bool MayBeNull => !IsRequired && Kind != FieldKind.Truth;

    public string Expected => Kind switch
    {
        FieldKind.Text => "text",
        FieldKind.TextList => "a list of text",
        FieldKind.Whole => "a whole number",
        FieldKind.Truth or FieldKind.Answer => "true or false",
        FieldKind.Record => "an object",
        _ => "a list of objects",
    };
}
