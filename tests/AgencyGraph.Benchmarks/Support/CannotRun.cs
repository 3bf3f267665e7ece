namespace AgencyGraph.Tests.Support;

/// <summary>A benchmark that lacks something of the machine ends with the reason.</summary>
internal static class CannotRun
{
    public static void Because(string reason) => throw new InvalidOperationException(reason);
}
