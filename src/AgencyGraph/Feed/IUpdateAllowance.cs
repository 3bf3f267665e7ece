namespace AgencyGraph.Feed;

/// <summary>How many updates a stream's reader may still be sent.</summary>
public interface IUpdateAllowance
{
    /// <summary>Counts one more; false where that would be too many.</summary>
    bool TrySpend();
}
