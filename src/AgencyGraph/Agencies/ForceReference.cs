using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AgencyGraph.Storage;

namespace AgencyGraph.Agencies;

/// <summary>
/// A force's reference for one of its records, <c>PREFIX/year/number</c> (<c>GMP/2026/1033218</c>): the force's prefix, four digits of year,
/// and a number of 1 to 10 digits. Unique within the force.
/// </summary>
public readonly record struct ForceReference : ICode<ForceReference>
{
    public const int MaxLength = 24;

    private readonly string? text;

    private ForceReference(string text) => this.text = text;

    public string Value => text ?? throw new InvalidOperationException("A force reference was never set.");

    /// <summary>What stands before the first <c>/</c>: the force's prefix.</summary>
    public string Prefix => Value[..Value.IndexOf('/', StringComparison.Ordinal)];

    public static ForceReference FromStore(string value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out ForceReference reference)
    {
        reference = default;
        if (text is not { Length: <= MaxLength } || text.Split('/') is not [var prefix, var year, var number])
            return false;

        var isValid = prefix.Length is >= 2 and <= 6 && prefix.All(char.IsAsciiLetterUpper)
            && year.Length == 4 && year.All(char.IsAsciiDigit) && int.Parse(year, CultureInfo.InvariantCulture) >= 1900
            && number.Length is >= 1 and <= 10 && number.All(char.IsAsciiDigit);
        if (isValid)
            reference = new ForceReference(text);
        return isValid;
    }

    public override string ToString() => Value;
}
