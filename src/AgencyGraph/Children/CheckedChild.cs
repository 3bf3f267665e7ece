using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Children;

/// <summary>What a council recorded of a child, every value checked.</summary>
public sealed record CheckedChild(
    CouncilReference LocalReference,
    string GivenName,
    string Surname,
    DateOnly? BornOn,
    Sex? Sex,
    NhsNumber? NhsNumber,
    Upn? Upn,
    Address? Address,
    bool IsSafe)
{
    /// <returns>Null when there is a fault.</returns>
    public static CheckedChild? Read(RecordChildInput input, DateTime at, Faults faults)
    {
        var path = FieldPath.Input;
        if (!CouncilReference.TryParse(input.LocalReference, out var reference))
            faults.Add(path["localReference"], "is not a reference: give 1 to 40 letters, digits, /, - and full stops.");

        var child = new CheckedChild(
            reference,
            IdentityRules.Name.Require(input.GivenName, path["givenName"], faults) ?? "",
            IdentityRules.Name.Require(input.Surname, path["surname"], faults) ?? "",
            IdentityRules.ReadBornOn(input.BornOn, Moments.LondonDate(at), "lies in the future; check the date.", path["bornOn"], faults),
            IdentityRules.ReadSex(input.Sex, path["sex"], faults),
            IdentityRules.ReadNhsNumber(input.NhsNumber, path["nhsNumber"], faults),
            IdentityRules.ReadUpn(input.Upn, path["upn"], faults),
            AddressRules.Read(input.Address, path["address"], faults),
            input.Address?.IsSafe ?? false);
        return faults.Any ? null : child;
    }
}
