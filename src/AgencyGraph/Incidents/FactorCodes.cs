using System.Collections.Frozen;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>
/// The factors identified at the end of an assessment, as the children in need census codes them. Department for Education,
/// "Children in need census: guide", factors table; from general knowledge and not yet checked against this year's guide.
/// </summary>
public static class FactorCodes
{
    /// <summary>No factors identified: it stands by itself.</summary>
    public const string NoFactors = "21";

    public static FrozenSet<string> All { get; } = FrozenSet.ToFrozenSet(
    [
        "1A", "1B", "1C", // alcohol: child, parent, other
        "2A", "2B", "2C", // drugs
        "3A", "3B", "3C", // domestic abuse
        "4A", "4B", "4C", // mental health
        "5A", "5B", "5C", // learning disability
        "6A", "6B", "6C", // physical disability or illness
        "7A", // young carer
        "8B", "8C", "8D", "8E", "8F", // privately fostered
        "9A", "10A", "11A", "12A", "13A", "14A", "15A", // unaccompanied, missing, sexual exploitation, trafficking, gangs, behaviour, self-harm
        "16A", "17A", "18B", "18C", "19B", "19C", // neglect; emotional, physical, sexual abuse
        "20", NoFactors, "22A", "23A", "24A", // other, none, FGM, faith or belief, criminal exploitation
    ]);

    public static IReadOnlyList<string> Read(IReadOnlyList<string>? codes, FieldPath at, Faults faults)
    {
        var read = new List<string>();
        for (var i = 0; i < codes?.Count && !faults.IsFull; i++)
        {
            if (!All.Contains(codes[i]))
                faults.Add(at[i], "is not an assessment factor code (1A to 24A).");
            else if (read.Contains(codes[i]))
                faults.Add(at[i], "is given twice.");
            else
                read.Add(codes[i]);
        }

        if (read.Count > 1 && read.Contains(NoFactors))
            faults.Add(at, "holds 21 (no factors) beside others; leave one or the other out.");
        return read;
    }
}
