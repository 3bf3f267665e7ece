namespace AgencyGraph.Retention;

/// <summary>What a controller decided on a record at the end of its time.</summary>
public enum RetentionVerdict
{
    /// <summary>It was erased.</summary>
    Erase,

    /// <summary>It is kept, until a day on which it is looked at again.</summary>
    Keep,
}
