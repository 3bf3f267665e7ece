using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>Informant</c>.</summary>
public sealed class InformantGraph : ValueGraph<Informant>
{
    public InformantGraph() : base("Informant", "Who told the police. It never leaves the force that recorded it, but for the lead of the hub.")
    {
        Field("isAnonymous", informant => informant.IsAnonymous, Detail.Informant, "Whether the informant asked to stay anonymous.");
        Optional("givenName", informant => informant.GivenName, Detail.Informant, "Given name; null when not given.");
        Optional("surname", informant => informant.Surname, Detail.Informant, "Surname; null when not given.");
    }
}
