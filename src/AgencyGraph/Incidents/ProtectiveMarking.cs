namespace AgencyGraph.Incidents;

/// <summary>The originator's protective marking (Government Security Classifications).</summary>
public enum ProtectiveMarking
{
    /// <summary>OFFICIAL.</summary>
    Official,

    /// <summary>OFFICIAL-SENSITIVE: need to know is enforced with care; see the handling instructions.</summary>
    OfficialSensitive,
}
