using AgencyGraph.Transport.Http;
using AgencyGraph.Transport.Sockets;
using AgencyGraph.Transport.Sse;
using AgencyGraph.Transport.Streams;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyGraph.Transport;

/// <summary>Registers the transports. They need an <c>IGraphService</c> and an <c>ISignIn</c>.</summary>
public static class TransportServices
{
    public static IServiceCollection AddTransport(this IServiceCollection services)
    {
        _ = services.AddOptions<TransportOptions>()
            .BindConfiguration("Transport")
            .Validate(options => options.IsSane(), "Transport: every limit and every wait must be greater than zero.")
            .ValidateOnStart();
        _ = services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<Reception>().AddSingleton<HttpDoor>().AddSingleton<StreamDoor>()
            .AddSingleton<OriginRule>().AddSingleton<ConnectionCensus>().AddSingleton<SocketDoor>();
    }
}
