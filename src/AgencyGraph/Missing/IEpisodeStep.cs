namespace AgencyGraph.Missing;

/// <summary>An input by which a force takes a step on an episode that is there.</summary>
public interface IEpisodeStep
{
    MissingEpisodeBy By { get; }

    int ExpectedVersion { get; }
}
