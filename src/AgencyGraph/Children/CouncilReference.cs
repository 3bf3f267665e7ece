using System.Diagnostics.CodeAnalysis;
using AgencyGraph.Storage;

namespace AgencyGraph.Children;

/// <summary>A council's own reference for a child: 1 to 40 letters, digits, <c>/</c>, <c>-</c> and <c>.</c>; unique within the council.</summary>
public readonly record struct CouncilReference : ICode<CouncilReference>
{
    public const int MaxLength = 40;

    private readonly string? text;

    private CouncilReference(string text) => this.text = text;

    public string Value => text ?? throw new InvalidOperationException("A council reference was never set.");

    public static CouncilReference FromStore(string value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out CouncilReference reference)
    {
        var isValid = text is { Length: >= 1 and <= MaxLength } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '.');
        reference = isValid ? new CouncilReference(text!) : default;
        return isValid;
    }

    public override string ToString() => Value;
}
