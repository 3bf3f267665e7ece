namespace AgencyGraph.Tests.Support;

/// <summary>The browser in which the pages are tested: the machine's own.</summary>
internal static class Chromium
{
    private const string Debian = "/usr/bin/chromium";

    /// <summary>Where it is; the test is skipped where it is not.</summary>
    public static string Find()
    {
        if (!File.Exists(Debian))
            CannotRun.Because($"Chromium is not installed: there is no {Debian} (apt-get install chromium).");
        return Debian;
    }
}
