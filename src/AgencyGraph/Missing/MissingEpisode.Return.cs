using AgencyGraph.Agencies;
using AgencyGraph.Children;

namespace AgencyGraph.Missing;

/// <summary>The child's return, and what came after it.</summary>
public sealed partial class MissingEpisode
{
    /// <summary>When the child was found or came back; null while the child is missing.</summary>
    public DateTime? FoundAt { get; private set; }

    /// <summary>When the force wrote that in its record system.</summary>
    public DateTime? FoundRecordedAt { get; private set; }

    /// <summary>When the exchange took that in, and so told the council.</summary>
    public DateTime? FoundReceivedAt { get; private set; }

    public HowFound? HowFound { get; private set; }

    public Address? FoundPlace { get; private set; }

    /// <summary>The same, where it is a refuge or other address that must not reach the person who is a danger.</summary>
    public Address? SafeFoundPlace { get; private set; }

    /// <summary>When the council offered to speak with the child; null until then.</summary>
    public DateTime? InterviewOfferedAt { get; private set; }

    /// <summary>Null until the child has answered.</summary>
    public InterviewAnswer? InterviewAnswer { get; private set; }

    /// <summary>When somebody spoke with the child; null until then.</summary>
    public DateTime? InterviewHeldAt { get; private set; }

    /// <summary>Whether by somebody who has no part in the child's care; null until it is held.</summary>
    public bool? IsInterviewIndependent { get; private set; }

    public string? InterviewRiskPoints { get; private set; }

    /// <summary>What the child said.</summary>
    public string? InterviewContent { get; private set; }

    /// <summary>The council that recorded it.</summary>
    public AgencyCode? InterviewByCode { get; private set; }

    public Agency? InterviewBy { get; init; }

    /// <summary>When the council last recorded something of it.</summary>
    public DateTime? InterviewRecordedAt { get; private set; }

    /// <param name="found">Null where the child is missing still.</param>
    /// <param name="at">When the exchange took it in.</param>
    internal void Find(ReportedReturn? found, DateTime at)
    {
        FoundReceivedAt = found is null ? null : FoundReceivedAt ?? at;
        (FoundAt, FoundRecordedAt, HowFound) = (found?.FoundAt, found?.RecordedAt, found?.How);
        (FoundPlace, SafeFoundPlace) = (found?.Place, found?.SafePlace);
    }

    internal void Interview(ReportedInterview interview, AgencyCode by, DateTime at)
    {
        (InterviewOfferedAt, InterviewAnswer, InterviewHeldAt) = (interview.OfferedAt, interview.Answer, interview.HeldAt);
        (IsInterviewIndependent, InterviewRiskPoints, InterviewContent) = (interview.IsIndependent, interview.RiskPoints, interview.Content);
        (InterviewByCode, InterviewRecordedAt) = (by, at);
    }
}
