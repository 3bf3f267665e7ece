using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>AllegedPerpetrator</c>: a detail class of its own.</summary>
public sealed class AllegedPerpetratorGraph : PartGraph<AdultInvolvement, Incident>
{
    public AllegedPerpetratorGraph() : base("AllegedPerpetrator", "A person who is alleged to have done harm.", adult => adult.Incident)
    {
        Field("givenName", adult => adult.GivenName, Detail.AllegedPerpetrator, "Given name or names.");
        Field("surname", adult => adult.Surname, Detail.AllegedPerpetrator, "Surname.");
        Optional("bornOn", adult => adult.BornOn, Detail.AllegedPerpetrator, "Date of birth; null when not known.");
        Optional("sex", adult => adult.Sex, Detail.AllegedPerpetrator, "Sex as recorded; null when not known.");
        OptionalObject("usualAddress", adult => adult.UsualAddress, typeof(AddressGraph), Detail.AllegedPerpetrator, "Where the person usually lives.");
    }

    public static Link Of { get; } = Link.Own(
        (AdultInvolvement adult) => adult.IncidentId, adult => adult.Role == AdultRole.AllegedPerpetrator);
}
