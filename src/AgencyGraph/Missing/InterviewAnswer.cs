namespace AgencyGraph.Missing;

/// <summary>What a child answered to the offer of a return interview.</summary>
public enum InterviewAnswer
{
    /// <summary>The child would speak.</summary>
    Accepted,

    /// <summary>The child would not.</summary>
    Declined,
}
