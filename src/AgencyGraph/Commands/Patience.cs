namespace AgencyGraph.Commands;

/// <summary>How often something is asked again when the exchange does not answer, and the wait between: each twice as long as the last.</summary>
internal sealed record Patience(int Attempts, TimeSpan FirstWait, TimeSpan LongestWait)
{
    /// <summary>Half a minute in all: enough for a server to be started again.</summary>
    public static readonly Patience Usual = new(7, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(15));

    public TimeSpan WaitAfter(int attempt, TimeSpan? asked)
    {
        var wait = FirstWait * Math.Pow(2, attempt - 1);
        var longest = wait < LongestWait ? wait : LongestWait;
        return asked > longest ? asked.Value : longest;
    }
}
