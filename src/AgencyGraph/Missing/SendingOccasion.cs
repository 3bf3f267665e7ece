namespace AgencyGraph.Missing;

/// <summary>Of what a council was told.</summary>
public enum SendingOccasion
{
    /// <summary>That the child is missing.</summary>
    Missing,

    /// <summary>That the child was found.</summary>
    Found,
}
