using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>
/// The issuer's keys by OpenID Connect discovery: renewed every quarter of an hour, and at once for a key id not seen before,
/// but then at most once a minute, so that invented key ids cannot make this server flood the issuer. Renewal is beside the requests; only
/// after a long silence do they wait for it, because a key may have been withdrawn meanwhile.
/// </summary>
internal sealed partial class IssuerKeys(AccessSettings settings, TimeProvider clock, ILogger<IssuerKeys> log) : ISigningKeys, IDisposable
{
    public static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(15);

    /// <summary>Older keys are not used without trying to renew them first.</summary>
    public static readonly TimeSpan RenewAtLatest = TimeSpan.FromMinutes(30);

    /// <summary>For how long old keys serve while the issuer cannot be reached.</summary>
    public static readonly TimeSpan KeepAtMost = TimeSpan.FromHours(24);

    public static readonly TimeSpan PauseBetweenRefreshes = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(5);

    private readonly Lock turn = new();

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = RenewAfter })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private volatile KeySet? current;
    private Task running = Task.CompletedTask;
    private long? triedAt;

    public object Generation => current is { } known && Age(known) <= KeepAtMost ? known : this;

    public async ValueTask<bool> HasAnyAsync(CancellationToken cancellationToken)
    {
        if (!IsUsable(current))
            await RefreshOnce().WaitAsync(cancellationToken);
        return IsUsable(current);
    }

    public async ValueTask<IReadOnlyList<SecurityKey>> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        var found = Known(keyId);
        if (found.Count == 0)
        {
            await RefreshOnce().WaitAsync(cancellationToken);
            found = Known(keyId);
        }
        else if (Age(current) > RenewAfter)
        {
            var renewal = RefreshOnce();
            if (Age(current) > RenewAtLatest)
            {
                await renewal.WaitAsync(cancellationToken);
                found = Known(keyId);
            }
        }

        return found;
    }

    public void Dispose() => http.Dispose();

    private IReadOnlyList<SecurityKey> Known(string? keyId)
    {
        var known = current;
        if (known is null || Age(known) > KeepAtMost)
            return [];
        return keyId is null ? (known.Keys.Count == 1 ? known.Keys : []) : [.. known.Keys.Where(key => key.KeyId == keyId)];
    }

    private bool IsUsable(KeySet? keys) => keys is { Keys.Count: > 0 } && Age(keys) <= KeepAtMost;

    private TimeSpan Age(KeySet? keys) => keys is null ? TimeSpan.MaxValue : clock.GetElapsedTime(keys.ReadAt);

    private Task RefreshOnce()
    {
        lock (turn)
        {
            if (!running.IsCompleted)
                return running;
            var pause = current is null ? PauseWithoutKeys : PauseBetweenRefreshes;
            if (triedAt is { } last && clock.GetElapsedTime(last) < pause)
                return Task.CompletedTask;
            triedAt = clock.GetTimestamp();
            return running = Task.Run(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        var address = settings.Authority!.TrimEnd('/') + "/.well-known/openid-configuration"; // Set, or the development issuer is in use.
        try
        {
            var retriever = new HttpDocumentRetriever(http) { RequireHttps = address.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, CancellationToken.None);
            if (document.Issuer != settings.Issuer)
            {
                LogForeignIssuer();
                return;
            }

            List<SecurityKey> keys = [.. document.JsonWebKeySet.Keys.Where(Verifies)];
            current = new KeySet(keys, clock.GetTimestamp());
            LogKeysRead(keys.Count);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException
            or JsonException or ArgumentException or InvalidOperationException or SecurityTokenException)
        {
            LogKeysNotRead(failure.GetType().Name);
        }
    }

    // A symmetric or private key has no business in a published set; one for encryption signs nothing.
    private static bool Verifies(JsonWebKey key) => key.Kty is "RSA" or "EC" && key.Use is null or "" or "sig"
        && !key.HasPrivateKey;

    [LoggerMessage(1451, LogLevel.Information, "Read {Count} keys of the token issuer.")]
    private partial void LogKeysRead(int count);

    [LoggerMessage(1452, LogLevel.Warning, "The token issuer's keys could not be read: {Failure}.")]
    private partial void LogKeysNotRead(string failure);

    [LoggerMessage(1453, LogLevel.Error, "The issuer that Access:Authority names is not the one in Access:Issuer; its keys are not used.")]
    private partial void LogForeignIssuer();

    private sealed record KeySet(IReadOnlyList<SecurityKey> Keys, long ReadAt);
}
