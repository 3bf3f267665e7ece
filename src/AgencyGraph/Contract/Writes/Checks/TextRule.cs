using System.Globalization;

namespace AgencyGraph.Contract.Writes.Checks;

/// <summary>
/// Text as it may come in: composed (NFC), bounded, without control characters, unpaired surrogates and controls that turn the
/// direction of writing (they make a text read otherwise than it is).
/// </summary>
/// <param name="MaxLength">In Unicode characters, after composition.</param>
/// <param name="AllowsLines">Whether tabs and line breaks may stand in it; otherwise it is one line and its ends are trimmed.</param>
public sealed record TextRule(int MaxLength, bool AllowsLines = false)
{
    /// <returns>The text; null when there is none or it is at fault.</returns>
    public string? Read(string? text, FieldPath at, Faults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        if (FaultOf(text) is { } fault)
        {
            faults.Add(at, fault);
            return null;
        }

        var composed = Nfc.Compose(AllowsLines ? text : text.Trim());
        if (composed.Length <= MaxLength)
            return composed;

        var length = composed.EnumerateRunes().Count();
        if (length <= MaxLength)
            return composed;

        faults.Add(at, string.Create(CultureInfo.InvariantCulture, $"has {length} characters; at most {MaxLength} are allowed."));
        return null;
    }

    /// <returns>The text; null when it is at fault, and a missing one is.</returns>
    public string? Require(string? text, FieldPath at, Faults faults, string needed = "is needed.")
    {
        if (string.IsNullOrWhiteSpace(text))
            faults.Add(at, needed);
        return Read(text, at, faults);
    }

    private string? FaultOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsAsciiLetterOrDigit(character) || character == ' ' || (AllowsLines && character is '\t' or '\n' or '\r'))
                continue;

            if (char.IsSurrogate(character) && !char.IsSurrogatePair(text, i++))
                return At("an unpaired surrogate; send well-formed Unicode", i - 1);
            if (char.IsControl(character) || (!AllowsLines && character is '\u2028' or '\u2029'))
                return At(AllowsLines ? "a control character; only tabs and line breaks are allowed" : "a control character; remove it", i);
            if (character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                return At("a control of writing direction; remove it", i);
        }

        return null;

        static string At(string what, int place) => string.Create(CultureInfo.InvariantCulture, $"holds {what} (at character {place + 1}).");
    }
}
