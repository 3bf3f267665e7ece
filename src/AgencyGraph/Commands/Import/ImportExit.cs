namespace AgencyGraph.Commands.Import;

/// <summary>What the import tells the shell when it ends.</summary>
public enum ImportExit
{
    /// <summary>Every line is in the graph.</summary>
    AllIn = 0,

    /// <summary>The whole file was worked through; some lines were refused and stand in the rejects file.</summary>
    SomeRefused = 1,

    /// <summary>The command was called wrongly, or the file cannot be read or its rejects not be written.</summary>
    Usage = 2,

    /// <summary>The exchange cannot be reached or stopped answering; run the same command again to go on.</summary>
    Stopped = 3,

    /// <summary>The exchange does not accept the token, or its holder may not record incidents for this force.</summary>
    NotPermitted = 4,

    /// <summary>Interrupted (Ctrl-C); run the same command again to go on.</summary>
    Interrupted = 130,
}
