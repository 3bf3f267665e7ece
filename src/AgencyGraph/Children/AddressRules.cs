using System.Text.RegularExpressions;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Children;

/// <summary>What an address must be to be taken in.</summary>
public static partial class AddressRules
{
    private static readonly TextRule Line = new(Address.LineMaxLength);

    /// <returns>The address; null when there is none or it is at fault.</returns>
    public static Address? Read(AddressInput? input, FieldPath at, Faults faults)
    {
        if (input is null)
            return null;

        var lines = new List<string>(input.Lines.Count);
        if (input.Lines.Count is < 1 or > Address.MaxLines)
            faults.Add(at["lines"], $"holds {input.Lines.Count} lines; give 1 to {Address.MaxLines}.");
        for (var i = 0; i < Math.Min(input.Lines.Count, Address.MaxLines); i++)
        {
            if (Line.Require(input.Lines[i], at["lines"][i], faults, "is empty; leave the line out or fill it in.") is { } line)
                lines.Add(line);
        }

        return new Address { Lines = lines, Postcode = ReadPostcode(input.Postcode, at["postcode"], faults) };
    }

    public static string? RequirePostcode(string? text, FieldPath at, Faults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            faults.Add(at, "is needed.");
        return ReadPostcode(text, at, faults);
    }

    /// <summary>A postcode in upper case with its one space (<c>BL9 0SW</c>).</summary>
    private static string? ReadPostcode(string? text, FieldPath at, Faults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        var match = Postcode().Match(text.Trim().ToUpperInvariant());
        if (match.Success)
            return $"{match.Groups["out"].Value} {match.Groups["in"].Value}";

        faults.Add(at, "is not a postcode of the United Kingdom; write it like BL9 0SW, or leave it out when it is not known.");
        return null;
    }

    // The form of BS 7666: outward code (A9, A99, AA9, AA99, A9A, AA9A, GIR), inward code 9AA.
    [GeneratedRegex(@"^(?<out>[A-Z]{1,2}[0-9][0-9A-Z]?|GIR) ?(?<in>[0-9][A-Z]{2})\z")]
    private static partial Regex Postcode();
}
