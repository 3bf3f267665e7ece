namespace AgencyGraph.Commands.Demo.Region;

/// <summary>An invented child.</summary>
/// <param name="Father">Which of the family's adults; null where it is not known. Siblings who differ in it are half-siblings.</param>
/// <param name="NhsNumber">Null where the police do not know it.</param>
/// <param name="Upn">Null for those too young for school.</param>
/// <param name="LocalReference">The council's reference, should it have a record.</param>
internal sealed record FamilyChild(
    string GivenName, string Surname, DateOnly BornOn, string Sex, int? Father, string? NhsNumber, string? Upn, string LocalReference);
