using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Children;

/// <summary>What a force's own reference must be to be taken in.</summary>
public static class ForceReferenceRules
{
    /// <param name="force">The force that sends it: its references bear its prefix.</param>
    /// <returns>The reference; null when it is at fault.</returns>
    public static ForceReference? Read(string? text, Agency force, FieldPath at, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(force);
        ArgumentNullException.ThrowIfNull(faults);
        if (!ForceReference.TryParse(text, out var reference))
            faults.Add(at, $"is not a reference of this force; write it {force.ReferencePrefix}/year/number (number: 1 to 10 digits).");
        else if (reference.Prefix != force.ReferencePrefix)
            faults.Add(at, $"does not begin with the force's prefix {force.ReferencePrefix}/.");
        else
            return reference;
        return null;
    }
}
