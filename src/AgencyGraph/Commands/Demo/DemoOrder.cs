namespace AgencyGraph.Commands.Demo;

/// <summary>What is asked of a demonstration.</summary>
/// <param name="Rate">Live incidents a minute, on average.</param>
/// <param name="Folder">Where the database is kept; null for a fresh folder that goes at the end.</param>
/// <param name="Urls">Where it listens; null for the setting <c>urls</c>, and without it <see cref="DemoServer.DefaultUrl"/>.</param>
/// <param name="Batching">The force that sends in batches; null where both send each incident as it is recorded.</param>
/// <param name="Settings">Further settings of the server.</param>
internal sealed record DemoOrder(double Rate, int Seed, int Families, string? Folder, string? Urls, string? Batching, IReadOnlyList<string> Settings);
