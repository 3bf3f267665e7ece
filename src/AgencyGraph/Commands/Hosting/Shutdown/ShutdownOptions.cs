namespace AgencyGraph.Commands.Hosting.Shutdown;

/// <summary>The configuration section <c>Shutdown</c>: how the server goes when it is told to. Both waits together bound it.</summary>
public sealed class ShutdownOptions
{
    /// <summary>
    /// How long after SIGTERM new requests are still taken while <c>/health/ready</c> says no, so that a load balancer can look elsewhere first.
    /// A second signal, and Ctrl-C, do not wait.
    /// </summary>
    public TimeSpan Notice { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long requests in hand and streams may then take to end; what is left is cut off.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(30);

    internal bool IsSane() => Notice >= TimeSpan.Zero && Wait > TimeSpan.Zero;
}
