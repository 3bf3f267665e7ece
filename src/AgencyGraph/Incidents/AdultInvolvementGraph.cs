using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>AdultInvolvement</c>: adults other than alleged perpetrators.</summary>
public sealed class AdultInvolvementGraph : PartGraph<AdultInvolvement, Incident>
{
    public AdultInvolvementGraph() : base("AdultInvolvement", "An adult's part in an incident.", adult => adult.Incident)
    {
        Field("role", adult => adult.Role, Detail.Household, "The adult's part in it.");
        Field("givenName", adult => adult.GivenName, Detail.Household, "Given name or names.");
        Field("surname", adult => adult.Surname, Detail.Household, "Surname.");
        Optional("bornOn", adult => adult.BornOn, Detail.Household, "Date of birth; null when not known.");
        Optional("sex", adult => adult.Sex, Detail.Household, "Sex as recorded; null when not known.");
        OptionalObject("usualAddress", adult => adult.UsualAddress, typeof(AddressGraph), Detail.UsualAddress, "Where the adult usually lives.");
        OptionalObject(
            "safeAddress", adult => adult.SafeAddress, typeof(AddressGraph), Detail.SafeAddress,
            "A refuge or other address that must not reach the person who is a danger. Never pass it on.");
        Withheld();
        Withholds(Detail.SafeAddress, "safeAddress", adult => adult.SafeAddress != null);
    }

    public static Link Others { get; } = Link.Own(
        (AdultInvolvement adult) => adult.IncidentId, adult => adult.Role != AdultRole.AllegedPerpetrator);

    public static Listing Listing { get; } = new(
        "AdultInvolvement",
        [new ListOrder("AS_LISTED", "As the force listed them.", Detail.Open, [OrderKey.Ascending((AdultInvolvement adult) => adult.Ordinal)])]);
}
