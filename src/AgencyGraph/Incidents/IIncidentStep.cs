namespace AgencyGraph.Incidents;

/// <summary>An input that takes a step on an incident that is there.</summary>
public interface IIncidentStep
{
    IncidentBy By { get; }

    int ExpectedVersion { get; }
}
