using System.ComponentModel;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Missing;

/// <summary>Names an episode: by its id or by the force's reference.</summary>
[Description("A missing episode: by exactly one of id and reference.")]
[OneOf]
public sealed record MissingEpisodeBy
{
    [NodeId]
    [Description("The episode's id.")]
    public MissingEpisodeId? Id { get; init; }

    [Description("The force's own reference, for example GMP/2026/1033218.")]
    public string? Reference { get; init; }
}
