using AgencyGraph.Agencies;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Writes.Checks;

/// <summary>Codes of closed lists as they may come in.</summary>
public static class Codes
{
    /// <returns>The member; null when it is at fault.</returns>
    public static TEnum? Of<TEnum>(string? text, FieldPath at, Faults faults)
        where TEnum : struct, Enum
    {
        if (EnumNames.TryParse<TEnum>(text, out var value))
            return value;

        faults.Add(at, $"is not one of {string.Join(", ", EnumNames.All<TEnum>())}.");
        return null;
    }

    /// <returns>The council; null when it is at fault.</returns>
    public static Agency? Council(string? text, AgencyDirectory agencies, FieldPath at, Faults faults)
    {
        var agency = text is { Length: > 0 and <= AgencyCode.MaxLength } ? agencies.Find(new AgencyCode(text)) : null;
        if (agency is { Kind: AgencyKind.Council })
            return agency;

        faults.Add(at, agency is null
            ? "is no agency of this exchange; give the code of the council, for example BUR."
            : "is a police force; give the code of the council where the child lives.");
        return null;
    }
}
