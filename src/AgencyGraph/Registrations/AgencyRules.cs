using System.Text.RegularExpressions;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Registrations;

/// <summary>What an agency must be to be taken into the directory.</summary>
internal static partial class AgencyRules
{
    public static readonly TextRule Contact = new(Agency.ContactMaxLength);

    private static readonly TextRule Name = new(Agency.NameMaxLength);

    /// <returns>The agency; null where there is a fault.</returns>
    public static Agency? Read(RegisterAgencyInput input, DateTime at, Faults faults)
    {
        var path = FieldPath.Input;
        // Security: a slash would make of the code the name of a worker of another agency.
        if (!Code().IsMatch(input.Code))
            faults.Add(path["code"], "is not 2 to 40 letters, digits and hyphens, the first no hyphen.");
        var kind = Codes.Of<AgencyKind>(input.Kind, path["kind"], faults);
        if (kind is AgencyKind.Council or AgencyKind.PoliceForce)
            faults.Add(path["kind"], "is built in; only schools and health bodies are registered.");
        var name = Name.Require(input.Name, path["name"], faults);
        var contact = Contact.Read(input.Contact, path["contact"], faults);
        return faults.Any || kind is not { } known || name is null ? null
            : new Agency { Code = new AgencyCode(input.Code), Kind = known, Name = name, Contact = contact, RegisteredAt = at };
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{1,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
