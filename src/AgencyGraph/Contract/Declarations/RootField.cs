using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>A field of Query or Mutation: one operation, allowed or not by role.</summary>
public abstract record RootField(string Name, Permission Permission, string Description);

/// <summary>One governed record or public row by a lookup.</summary>
/// <param name="Lookup">The <c>@oneOf</c> input type of the argument <c>by</c>, and the predicate it stands for.</param>
public sealed record LookupField(string Name, Permission Permission, string Description, Type Graph, ListFilter Lookup)
    : RootField(Name, Permission, Description);

/// <summary>All rows of a type that the caller may see, as a connection.</summary>
public sealed record ConnectionField(string Name, Permission Permission, string Description, Type Graph, Listing Listing)
    : RootField(Name, Permission, Description);

/// <summary>A mutation: an input, the command that a use case takes, a payload with the record it was about.</summary>
/// <param name="Input">The graph's input type.</param>
/// <param name="Runner">Runs the use case over commands.</param>
/// <param name="Graph">The type of the record that the payload shows.</param>
/// <param name="RecordName">What the payload calls it.</param>
public sealed record MutationField(
    string Name, Permission Permission, string Description, Type Input, IMutationRunner Runner, Type Graph, string RecordName)
    : RootField(Name, Permission, Description)
{
    /// <param name="command">From the input to its key and the command of the use case.</param>
    public static MutationField Of<TInput, TCommand>(
        string name, Permission permission, string description, Type graph, string recordName, Func<TInput, Keyed<TCommand>> command)
        => new(name, permission, description, typeof(TInput), new MutationRunner<TCommand>(input => [command((TInput)input)]), graph, recordName);
}

/// <summary>A mutation over many inputs, each with its own outcome.</summary>
/// <param name="Input">Holds the batch.</param>
public sealed record BatchMutationField(
    string Name, Permission Permission, string Description, Type Input, IMutationRunner Runner, Type Graph, string RecordName)
    : RootField(Name, Permission, Description)
{
    /// <param name="commands">From the batch to the key and the command of each item.</param>
    public static BatchMutationField Of<TInput, TCommand>(
        string name, Permission permission, string description, Type graph, string recordName, Func<TInput, IReadOnlyList<Keyed<TCommand>>> commands)
        => new(name, permission, description, typeof(TInput), new MutationRunner<TCommand>(input => commands((TInput)input)), graph, recordName);
}
