using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AgencyGraph.Visibility;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>The subscriptions of the streams that are open: the next equal one is neither validated nor compiled again.</summary>
internal sealed class SharedSubscriptions
{
    private const int Most = 10_000;
    private const int FirstSweep = 64;

    // Weak: one goes when its last stream has gone.
    private readonly ConcurrentDictionary<Key, WeakReference<SharedSubscription>> known = new();
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, StrongBox<string?>> cursorVariables = [];
    private int nextSweep = FirstSweep;

    /// <summary>How many are kept, those among them that have gone and were not yet swept away.</summary>
    public int Count => known.Count;

    /// <summary>Null where the operation is not known to be valid.</summary>
    public CursorVariable? PositionOf(GraphQLOperationDefinition operation, GraphRequest request)
        => cursorVariables.TryGetValue(operation, out var name) ? CursorVariable.Of(name.Value, request) : null;

    /// <summary>The operation is valid, and this variable gives its position.</summary>
    public CursorVariable NotePosition(GraphQLOperationDefinition operation, string? cursorVariable, GraphRequest request)
    {
        cursorVariables.AddOrUpdate(operation, new StrongBox<string?>(cursorVariable));
        return CursorVariable.Of(cursorVariable, request);
    }

    public SharedSubscription? Find(Key key) => known.TryGetValue(key, out var held) && held.TryGetTarget(out var shared) ? shared : null;

    public void Keep(Key key, SharedSubscription shared)
    {
        if (known.Count >= Volatile.Read(ref nextSweep))
            Sweep();
        if (known.Count < Most)
            known[key] = new WeakReference<SharedSubscription>(shared);
    }

    private void Sweep()
    {
        foreach (var gone in known.Where(pair => !pair.Value.TryGetTarget(out _)))
            _ = known.TryRemove(gone);
        Volatile.Write(ref nextSweep, Math.Max(FirstSweep, 2 * known.Count));
    }

    /// <summary>
    /// What makes streams equal. Security: nothing is shared that a rule could tell apart, so whoever asks is a part of it, but for who of
    /// the agency it is; and as whom an entry is rendered is decided entry by entry.
    /// </summary>
    internal readonly record struct Key
    {
        private const string AnySubject = "";

        private readonly GraphQLOperationDefinition operation;
        private readonly string variables;
        private readonly bool bringsCursor;
        private readonly Caller caller;

        /// <param name="operation">Of one parsed document, which a text has for as long as it is kept.</param>
        /// <param name="variables">As text, without the one that brings the position.</param>
        /// <param name="bringsCursor">Whether there is one that does.</param>
        public Key(GraphQLOperationDefinition operation, string variables, bool bringsCursor, Caller caller)
        {
            (this.operation, this.variables, this.bringsCursor) = (operation, variables, bringsCursor);
            this.caller = caller with { Subject = AnySubject };
        }
    }
}
