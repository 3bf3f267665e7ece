namespace AgencyGraph.Missing;

/// <summary>An input by which a council takes a step on an episode.</summary>
public interface ICouncilStep
{
    /// <summary>The version that was read.</summary>
    int ExpectedVersion { get; }
}
