namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>That a child was missing.</summary>
internal sealed class ForceEpisode
{
    public required string Force { get; init; }

    public required string Reference { get; init; }

    public required DateTime StartedAt { get; init; }

    public required int MadeIn { get; init; }

    public required string Council { get; set; }

    public required string Risk { get; set; }

    public required bool IsStartSafe { get; set; }

    public bool IsFound { get; set; }

    public bool IsFoundSafe { get; set; }

    public KidRecord Record { get; set; } = null!; // Made with it.

    public Kid Kid => Record.Kid;

    /// <summary>Who last said whether the child was looked after: the council's word stands.</summary>
    public string? StatusBy { get; set; }

    public bool LookedAfter { get; set; }

    /// <summary>Who offered an interview; null until somebody has.</summary>
    public string? InterviewBy { get; set; }

    public bool IsHeard { get; set; }

    /// <summary>Of what the councils were told, in order.</summary>
    public List<(string Of, string To)> SentTo { get; } = [];

    public int Version { get; set; } = 1;

    public int Revision { get; set; } = 1;

    public string? CorrectionReason { get; set; }

    public string Id { get; set; } = "";

    public bool KeepsSafe => IsStartSafe || IsFoundSafe || Record.Safe is not null;
}
