using System.Runtime.CompilerServices;

namespace AgencyGraph.Tests.Support;

/// <summary>
/// Many servers are in one process with those who ask them, and calls of the embedded database hold their thread. What the runtime is told before it
/// starts the servers could not change, and they do.
/// </summary>
internal static class Threads
{
    private const int Least = 16;

#pragma warning disable CA2255 // Nobody but the tests' own runner loads it.
    [ModuleInitializer]
    public static void Begin()
#pragma warning restore CA2255
    {
        ThreadPool.GetMinThreads(out _, out var completions);
        _ = ThreadPool.SetMinThreads(Least, completions);
    }
}
