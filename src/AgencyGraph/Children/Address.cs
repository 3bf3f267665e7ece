namespace AgencyGraph.Children;

/// <summary>A postal address: its lines, and its postcode where that is known.</summary>
public sealed record Address
{
    public const int MaxLines = 6;
    public const int LineMaxLength = 100;
    public const int TextMaxLength = MaxLines * (LineMaxLength + 1);
    public const int PostcodeMaxLength = 8;

    public required IReadOnlyList<string> Lines { get; init; }

    public string? Postcode { get; init; }
}
