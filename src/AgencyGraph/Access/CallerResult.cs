using System.Diagnostics.CodeAnalysis;
using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>Either the caller with their purpose, or why the purpose will not do.</summary>
public sealed record CallerResult
{
    internal CallerResult(Caller caller) => Caller = caller;

    internal CallerResult(Refusal refusal) => Refusal = refusal;

    public Caller? Caller { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Caller))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Caller is not null;
}
