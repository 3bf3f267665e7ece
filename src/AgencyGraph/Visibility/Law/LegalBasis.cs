namespace AgencyGraph.Visibility.Law;

/// <summary>One place in the law on which a disclosure can rest.</summary>
/// <param name="Code">How records of a disclosure name it (<c>CA2004_16LA</c>); never used for anything else.</param>
/// <param name="Section">The section, article or paragraph of the document.</param>
/// <param name="Words">What it says, as far as it matters here.</param>
public sealed record LegalBasis(string Code, string Document, string Section, string Words)
{
    /// <summary>When the words were last compared with <see cref="Source"/>; null where they come from general knowledge and nobody has.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>With what they were compared; null where nobody has.</summary>
    public string? Source { get; init; }
}
