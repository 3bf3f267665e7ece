namespace AgencyGraph.Commands;

/// <summary>What the program's exit code says.</summary>
public static class ExitCodes
{
    /// <summary>What was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>Something broke on the way.</summary>
    public const int Failed = 1;

    /// <summary>What was asked for cannot be done: wrong arguments, or settings with which the server does not start.</summary>
    public const int Usage = 2;
}
