using AgencyGraph.Commands.Hosting;
using AgencyGraph.Commands.Hosting.Settings;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Backup;

/// <summary>The database of a server that is started with the same settings, without the server.</summary>
internal static class CommandStorage
{
    /// <param name="settings">The environment and <c>appsettings.json</c> count too, as for the server.</param>
    public static StorageOptions Read(string[] settings) => ReadAll(settings).Storage;

    /// <summary>The same with all the settings.</summary>
    public static (StorageOptions Storage, IConfiguration Configuration) ReadAll(string[] settings)
    {
        if (Array.Find(settings, word => !word.Contains('=', StringComparison.Ordinal)) is { } word)
            throw new RestoreRefusedException($"'{word}' is neither an option nor a setting: --Storage:SqliteFile=FILE");

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        UnknownSettings.Refuse(builder.Configuration);
        return (StorageSettings.Read(builder.Configuration), builder.Configuration);
    }

    public static IServiceCollection Services(StorageOptions options) => new ServiceCollection().AddLogging().AddStorage(options);

    public static ServiceProvider Open(StorageOptions options) => Services(options).BuildServiceProvider();
}
