using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Registrations;

/// <summary>The graph type <c>AgencyRegistration</c>.</summary>
public sealed class AgencyRegistrationGraph : RecordGraph<AgencyRegistration>
{
    public const char Tag = 'a';

    public AgencyRegistrationGraph() : base(
        "AgencyRegistration", "That an agency was taken into the directory, or its contact set anew: by whom and when.")
    {
        Id(Tag, registration => registration.Id);
        Object("agency", registration => registration.Agency, typeof(AgencyBodyGraph), Detail.AgencyRegistration, "The agency.");
        Field("by", registration => registration.By, Detail.AgencyRegistration, "The administrator, by the subject of the sign-in.");
        Field("at", registration => registration.At, Detail.AgencyRegistration, "When.");
    }
}
