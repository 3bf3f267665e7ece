using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Children;

/// <summary>What names, dates of birth and numbers of a person must be to be taken in.</summary>
public static class IdentityRules
{
    public const int MaxAgeYears = 120;

    public static TextRule Name { get; } = new(ChildRecord.NameMaxLength);

    /// <param name="latest">The last day on which the person can have been born.</param>
    /// <param name="tooLate">What is said of a later one.</param>
    public static DateOnly? ReadBornOn(string? text, DateOnly latest, string tooLate, FieldPath at, Faults faults)
    {
        if (string.IsNullOrWhiteSpace(text) || Moments.Date(text, at, faults) is not { } bornOn)
            return null;

        if (bornOn > latest)
            faults.Add(at, tooLate);
        else if (bornOn < latest.AddYears(-MaxAgeYears))
            faults.Add(at, "makes the person older than 120 years; check the year.");
        else
            return bornOn;
        return null;
    }

    public static Sex? ReadSex(string? text, FieldPath at, Faults faults)
        => string.IsNullOrWhiteSpace(text) ? null : Codes.Of<Sex>(text, at, faults);

    public static NhsNumber? ReadNhsNumber(string? text, FieldPath at, Faults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (NhsNumber.TryParse(text, out var number))
            return number;

        faults.Add(at, text.Length == NhsNumber.Length && text.All(char.IsAsciiDigit)
            ? "is not an NHS number: its check digit (modulo 11) is wrong; check the digits."
            : "is not an NHS number: give its ten digits without spaces.");
        return null;
    }

    public static Upn? ReadUpn(string? text, FieldPath at, Faults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Upn.TryParse(text, out var upn))
            return upn;

        faults.Add(at, text.Length == Upn.Length
            ? "is not a unique pupil number: its form or check letter (modulo 23) is wrong; check it."
            : "is not a unique pupil number: give its 13 characters without spaces.");
        return null;
    }
}
