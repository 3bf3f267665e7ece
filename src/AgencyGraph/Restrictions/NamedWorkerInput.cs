using System.ComponentModel;
using AgencyGraph.Agencies;

namespace AgencyGraph.Restrictions;

/// <summary>A worker or system to whom a restricted record stays open.</summary>
[Description("A worker or system to whom a restricted record stays open.")]
public sealed record NamedWorkerInput
{
    [Description("The code of the worker's agency.")]
    public required AgencyCode Agency { get; init; }

    [Description("The worker, by the subject of the worker's own sign-in, to the letter.")]
    public required string Subject { get; init; }
}
