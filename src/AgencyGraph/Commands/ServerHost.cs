using AgencyGraph.Storage;

namespace AgencyGraph.Commands;

/// <summary>Builds the server from <see cref="Program"/>'s list of parts: for <c>serve</c>, for the demonstration and for the tests.</summary>
public static class ServerHost
{
    /// <param name="args">Settings, as <c>--Section:Name value</c>.</param>
    /// <param name="configure">Changes settings and services before the parts are added; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        _ = builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        _ = builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        configure?.Invoke(builder);
        Program.AddParts(builder);
        var server = builder.Build();
        server.Services.GetRequiredService<ModelAhead>().Begin();
        Program.MapDoors(server);
        return server;
    }
}
