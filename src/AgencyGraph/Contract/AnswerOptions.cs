namespace AgencyGraph.Contract;

/// <summary>The configuration section <c>Answers</c>: how long a request waits for its answer.</summary>
public sealed class AnswerOptions
{
    /// <summary>
    /// A request that has waited so long is answered <c>UNAVAILABLE</c> where the server has had no answer of a database beyond a network for as long. With
    /// the looking again it stays within 5 s.
    /// </summary>
    public TimeSpan DatabaseWait { get; set; } = TimeSpan.FromSeconds(4);

    internal bool AreSane() => DatabaseWait > TimeSpan.Zero;
}
