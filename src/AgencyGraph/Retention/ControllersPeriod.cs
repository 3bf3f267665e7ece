namespace AgencyGraph.Retention;

/// <summary>A controller's own figure for one kind of record; it comes before the one that is built in.</summary>
public sealed class ControllersPeriod
{
    /// <summary>The agency's code.</summary>
    public string Agency { get; set; } = "";

    /// <summary>Which kind of record: <c>ChildRecord</c> or <c>Referral</c> of a council, <c>Incident</c> or <c>MissingEpisode</c> of a force.</summary>
    public RetainedKind Record { get; set; }

    /// <summary>From when the years are counted.</summary>
    public RunsFrom RunsFrom { get; set; }

    /// <summary>How many years, 0 to 150, a record is kept until it is put before the controller.</summary>
    public int Years { get; set; }

    /// <summary>The controller's document that says so, 1 to 200 characters; whoever decides is shown it.</summary>
    public string Source { get; set; } = "";
}
