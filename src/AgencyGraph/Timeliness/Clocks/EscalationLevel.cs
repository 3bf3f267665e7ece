namespace AgencyGraph.Timeliness.Clocks;

/// <summary>To whom a deadline that was missed is escalated, from the lowest to the highest.</summary>
public enum EscalationLevel
{
    /// <summary>The manager of the team.</summary>
    TeamManager,

    /// <summary>The head of the service.</summary>
    HeadOfService,

    /// <summary>The assistant director.</summary>
    AssistantDirector,

    /// <summary>The director of children's services.</summary>
    DirectorOfChildrensServices,
}
