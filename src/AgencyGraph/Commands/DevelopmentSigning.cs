using AgencyGraph.Access;

namespace AgencyGraph.Commands;

/// <summary>The development issuer of this machine, for the verbs that need a token.</summary>
internal static class DevelopmentSigning
{
    /// <exception cref="AccessSettingsException">The signing key cannot be read or made.</exception>
    public static DevelopmentTokens Open()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return new DevelopmentTokens(DevelopmentKey.Open(settings["Access:DevelopmentKeyFile"]), TimeProvider.System);
    }
}
