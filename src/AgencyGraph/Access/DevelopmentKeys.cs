using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>The development issuer's one key.</summary>
internal sealed class DevelopmentKeys(DevelopmentKey key) : ISigningKeys
{
    public object Generation => key;

    public ValueTask<bool> HasAnyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public ValueTask<IReadOnlyList<SecurityKey>> FindAsync(string? keyId, CancellationToken cancellationToken)
        => ValueTask.FromResult<IReadOnlyList<SecurityKey>>(keyId is null || keyId == key.Key.KeyId ? [key.Key] : []);
}
