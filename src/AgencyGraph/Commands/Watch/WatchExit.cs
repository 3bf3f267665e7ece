namespace AgencyGraph.Commands.Watch;

/// <summary>What <c>watch</c> tells the shell when it ends.</summary>
public enum WatchExit
{
    /// <summary>Stopped by Ctrl-C, or after <c>--count</c> updates.</summary>
    Done = 0,

    /// <summary>The state file or the output cannot be written.</summary>
    Failed = 1,

    /// <summary>The command was called wrongly, or a file that it names cannot be read.</summary>
    Usage = 2,

    /// <summary>The exchange refuses the request for good, or what answers is none.</summary>
    Refused = 3,

    /// <summary>The exchange does not accept the token, the purpose or the role, or access is suspended.</summary>
    NotPermitted = 4,

    /// <summary>The position from which it was to go on is no more, or is another caller's: list, then start again without it.</summary>
    PositionGone = 5,
}
