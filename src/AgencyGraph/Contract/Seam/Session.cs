using AgencyGraph.Visibility;

namespace AgencyGraph.Contract;

/// <summary>Who is connected, and until when. A transport passes it on and looks only at the limits.</summary>
/// <param name="Caller">Null while no purpose has been stated: such a session may ask what the graph offers, and nothing about a child.</param>
/// <param name="ExpiresAt">The token's expiry. Nothing is sent from this instant on.</param>
public sealed record Session(Caller? Caller, DateTimeOffset ExpiresAt)
{
    /// <summary>128 KiB.</summary>
    public const int UsualMaxBodyBytes = 128 * 1024;

    /// <summary>Whom the token speaks for, whether or not a purpose was stated. What a caller tells of itself is the least.</summary>
    public Bearer? Bearer { get; init; } = Caller is null ? null : new Bearer(Caller.Subject, Caller.Agency, null) { Role = Caller.Role };

    /// <summary>In which role they act, likewise.</summary>
    public Role? Role { get; init; } = Caller?.Role;

    /// <summary>By which the request, or the connection that it came on, is known to its client and in the log; null where nobody asks for it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The largest HTTP body this caller may send. A police system that delivers batches is given 16 MiB.</summary>
    public int MaxBodyBytes { get; init; } = UsualMaxBodyBytes;
}
