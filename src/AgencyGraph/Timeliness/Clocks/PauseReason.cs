namespace AgencyGraph.Timeliness.Clocks;

/// <summary>Why a clock may stand still. Each clock says for which of these it may; there is no other way to pause it.</summary>
public enum PauseReason
{
    /// <summary>A vetting check waits for whoever sent it: what it says of the person contradicts what the force holds.</summary>
    Conflict,
}
