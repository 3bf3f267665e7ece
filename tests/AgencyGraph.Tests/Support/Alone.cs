namespace AgencyGraph.Tests.Support;

/// <summary>
/// Tests that hold a server to a promise in seconds. They run one after another when all the others are done: a machine that is full of other tests
/// says nothing about the server.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
