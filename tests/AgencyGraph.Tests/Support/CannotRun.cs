namespace AgencyGraph.Tests.Support;

/// <summary>What a test does that lacks something of the machine: it is skipped with the reason, and on CI it fails with it.</summary>
public static class CannotRun
{
    public static void Because(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"Cannot run here, and on CI that is a failure: {reason}");
        Skip.If(true, reason);
    }
}
