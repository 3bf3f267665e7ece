using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AgencyGraph.Commands.Demo;

/// <summary>The whole server, in Development and on the demonstration's own database whatever else is set on this machine.</summary>
internal static class DemoServer
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private const string UrlsSetting = "urls";

    public static WebApplication Build(DemoOrder order, DemoFolder folder)
        => ServerHost.Build(["--environment", Environments.Development, .. order.Settings], builder =>
        {
            // Invented people must not get among real ones, nor a real issuer's tokens be believed here.
            _ = builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Postgres"] = null,
                ["Storage:SqliteFile"] = folder.Database,
                ["Access:Authority"] = null,
                ["Shutdown:Notice"] = "00:00:00",
                ["Logging:LogLevel:Default"] = "Warning",
                ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            });
            if (order.Urls is not null || string.IsNullOrEmpty(builder.Configuration[UrlsSetting]))
                _ = builder.WebHost.UseUrls((order.Urls ?? DefaultUrl).Split(';'));
        });

    /// <summary>Where a client on this machine reaches it; null when it has no address for http.</summary>
    public static Uri? AddressOf(WebApplication server)
    {
        var addresses = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return addresses.Where(address => address.StartsWith("http://", StringComparison.Ordinal)).Select(OnThisMachine).FirstOrDefault();
    }

    private static Uri OnThisMachine(string address)
    {
        var place = new UriBuilder(address.Replace("//+", "//0.0.0.0", StringComparison.Ordinal).Replace("//*", "//0.0.0.0", StringComparison.Ordinal));
        if (place.Host is "0.0.0.0" or "[::]")
            place.Host = "127.0.0.1";
        return place.Uri;
    }
}
