using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>
/// That a child was missing: reported by a force, told to the council at once, until the child was found and the council has offered to speak with the
/// child about it. It is never withheld from the council: late word of missing children is what the exchange is there to end.
/// </summary>
public sealed partial class MissingEpisode : IGoverned<MissingEpisode>
{
    public const int CircumstancesMaxLength = 10_000;
    public const int ReasonMaxLength = 1_000;
    public const int RiskPointsMaxLength = 2_000;
    public const int InterviewMaxLength = 20_000;

    public required MissingEpisodeId Id { get; init; }

    public required AgencyCode ForceCode { get; init; }

    public Agency? Force { get; init; }

    /// <summary>The force's own reference; unique among the force's episodes.</summary>
    public required ForceReference Reference { get; init; }

    /// <summary>1 as first reported; whatever is said of it later adds one.</summary>
    public int Version { get; set; } = 1;

    /// <summary>1 as first reported; each correction by the force adds one.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Why it was last corrected; null while it stands as first reported.</summary>
    public string? CorrectionReason { get; set; }

    /// <summary>The council where the child lives, to whom it is told.</summary>
    public required AgencyCode CouncilCode { get; set; }

    public Agency? Council { get; init; }

    public required ChildId ChildId { get; set; }

    public Child? Child { get; init; }

    /// <summary>What the force recorded of the child then.</summary>
    public required ChildRecordId RecordId { get; set; }

    public ChildRecord? Record { get; set; }

    public required MissingType MissingType { get; set; }

    public required MissingRisk Risk { get; set; }

    /// <summary>When the child was last seen.</summary>
    public required DateTime StartedAt { get; set; }

    /// <summary>When the police were told.</summary>
    public required DateTime ReportedAt { get; set; }

    /// <summary>When the force wrote it in its record system.</summary>
    public required DateTime RecordedAt { get; set; }

    public required IngestMode IngestMode { get; init; }

    /// <summary>When the exchange took it in, and so told the council.</summary>
    public required DateTime ReceivedAt { get; init; }

    public string? Circumstances { get; set; }

    public Address? MissingFrom { get; set; }

    /// <summary>The same, where it is a refuge or other address that must not reach the person who is a danger.</summary>
    public Address? SafeMissingFrom { get; set; }

    /// <summary>Null where nobody has said.</summary>
    public bool? LookedAfter { get; private set; }

    /// <summary>Whether on a child protection plan; null where nobody has said.</summary>
    public bool? OnPlan { get; private set; }

    public AgencyCode? StatusByCode { get; private set; }

    public Agency? StatusBy { get; init; }

    public DateTime? StatusStatedAt { get; private set; }

    public ICollection<EpisodeDelivery> Deliveries { get; } = [];

    public static RecordKind Kind => RecordKind.MissingEpisode;

    public static RecordLabels<MissingEpisode> Labels { get; } = new(
        Originator: episode => episode.ForceCode,
        Council: episode => episode.CouncilCode,
        IsShared: episode => true,
        Children: episode => new[] { episode.ChildId })
    {
        NoticeAt = episode => episode.ReceivedAt,
        IsPointer = episode => !episode.Child!.Records.Any(record => record.SafeAddress != null || record.KeepsSafe),
    };

    /// <summary>What the council says of it stands, whatever a force says later.</summary>
    public void State(bool? lookedAfter, bool? onPlan, AgencyCode by, DateTime at)
    {
        if (StatusByCode is { } before && before != ForceCode && by == ForceCode)
            return;
        (LookedAfter, OnPlan) = (lookedAfter, onPlan);
        var isStated = lookedAfter is not null || onPlan is not null;
        (StatusByCode, StatusStatedAt) = (isStated ? by : null, isStated ? at : null);
    }
}
