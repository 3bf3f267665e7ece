using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Registrations;

/// <summary>What the registration of agencies adds to the graph.</summary>
public sealed class RegistrationModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new AgencyRegistrationGraph());
        graph.Root(MutationField.Of<RegisterAgencyInput, RegisterAgencyInput>(
            "registerAgency", Permission.RegisterAgencies, "Takes a school or a health body into the directory. Its people can sign in within seconds.",
            typeof(AgencyRegistrationGraph), "registration", input => new(input.IdempotencyKey, input)));
        graph.Root(MutationField.Of<SetAgencyContactInput, SetAgencyContactInput>(
            "setAgencyContact", Permission.RegisterAgencies, "Says how other agencies reach an agency's safeguarding duty.",
            typeof(AgencyRegistrationGraph), "registration", input => new(input.IdempotencyKey, input)));
    }
}
