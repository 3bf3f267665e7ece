using System.Globalization;

namespace AgencyGraph.Tests.Endurance;

/// <summary>
/// How much a test of faults does: little with each change, much at night (<c>AGENCYGRAPH_FAULTS=nightly</c>). <c>AGENCYGRAPH_FAULT_SEED</c>
/// repeats what chance did.
/// </summary>
internal static class FaultSize
{
    public static bool IsNightly { get; } = Environment.GetEnvironmentVariable("AGENCYGRAPH_FAULTS") == "nightly";

    public static int Of(int commit, int nightly) => IsNightly ? nightly : commit;

    /// <summary>To be printed, so that a failure can be repeated.</summary>
    public static int Seed()
        => int.TryParse(Environment.GetEnvironmentVariable("AGENCYGRAPH_FAULT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();
}
