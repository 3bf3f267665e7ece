using AgencyGraph.Agencies;

namespace AgencyGraph.Enrolments;

/// <summary>What beginning and end of an enrolment say.</summary>
public interface IEnrolmentInput
{
    /// <summary>The school or the health body.</summary>
    AgencyCode At { get; }
}
