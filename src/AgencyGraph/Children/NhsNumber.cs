using System.Diagnostics.CodeAnalysis;
using AgencyGraph.Storage;

namespace AgencyGraph.Children;

/// <summary>
/// An NHS number: ten digits, the last a check digit modulo 11 (weights 10 to 2; 11 counts as 0, 10 is never valid).
/// NHS Data Dictionary, "NHS NUMBER"; checked 24 November 2026. One that is wrong cannot be made.
/// </summary>
public readonly record struct NhsNumber : ICode<NhsNumber>
{
    public const int Length = 10;

    private readonly string? digits;

    private NhsNumber(string digits) => this.digits = digits;

    public string Value => digits ?? throw new InvalidOperationException("An NHS number was never set.");

    public static NhsNumber FromStore(string value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out NhsNumber number)
    {
        number = default;
        if (text is not { Length: Length } || !text.All(char.IsAsciiDigit))
            return false;

        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
            sum += (text[i] - '0') * (Length - i);

        var check = (11 - (sum % 11)) % 11;
        if (check != text[^1] - '0')
            return false;

        number = new NhsNumber(text);
        return true;
    }

    public override string ToString() => Value;
}
