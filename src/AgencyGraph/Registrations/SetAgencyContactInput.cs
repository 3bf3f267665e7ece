using System.ComponentModel;
using AgencyGraph.Agencies;

namespace AgencyGraph.Registrations;

/// <summary>An agency's contact, as it comes in.</summary>
[Description("How other agencies reach an agency's safeguarding duty.")]
public sealed record SetAgencyContactInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The code of any agency of the directory.")]
    public required AgencyCode Agency { get; init; }

    [Description("A telephone number, an address for messages, hours: up to 200 characters.")]
    public required string Contact { get; init; }
}
