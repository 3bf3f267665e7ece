using System.Diagnostics.CodeAnalysis;
using AgencyGraph.Storage;

namespace AgencyGraph.Children;

/// <summary>
/// A unique pupil number: a check letter and twelve characters, digits but for a last letter in a temporary one. The letter is the
/// sum of the twelve, weighted 2 to 13, modulo 23, out of the alphabet without I, O and S. Department for Education, "Unique pupil
/// numbers (UPNs)"; checked 24 November 2026. One that is wrong cannot be made.
/// </summary>
public readonly record struct Upn : ICode<Upn>
{
    public const int Length = 13;

    private const string CheckLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private readonly string? characters;

    private Upn(string characters) => this.characters = characters;

    public string Value => characters ?? throw new InvalidOperationException("A UPN was never set.");

    public static Upn FromStore(string value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out Upn upn)
    {
        upn = default;
        if (text is not { Length: Length } || !text.AsSpan(1, Length - 2).ContainsOnlyDigits())
            return false;

        var last = char.IsAsciiDigit(text[^1]) ? text[^1] - '0' : CheckLetters.IndexOf(text[^1], StringComparison.Ordinal);
        if (last < 0)
            return false;

        var sum = last * Length;
        for (var i = 1; i < Length - 1; i++)
            sum += (text[i] - '0') * (i + 1);

        if (text[0] != CheckLetters[sum % 23])
            return false;

        upn = new Upn(text);
        return true;
    }

    public override string ToString() => Value;
}

file static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
