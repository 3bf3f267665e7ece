namespace AgencyGraph.Children;

/// <summary>Sex as recorded.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    F,

    /// <summary>Male.</summary>
    M,

    /// <summary>Neither recorded as female nor as male.</summary>
    X,
}
