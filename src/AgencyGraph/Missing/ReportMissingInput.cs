using System.ComponentModel;

namespace AgencyGraph.Missing;

/// <summary>A missing child as a force's record system sends it, first reported or corrected.</summary>
[Description("That a child is missing, as a force was told it.")]
public sealed record ReportMissingInput : MissingContent
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The force's reference, PREFIX/year/number, for example GMP/2026/1033218; unique among the force's episodes.")]
    public required string Reference { get; init; }

    [Description("1 as first reported; n > 1 is a correction, whole, of revision n - 1.")]
    public int Revision { get; init; } = 1;

    [Description("Why it is corrected, up to 1,000 characters; needed above revision 1.")]
    public string? CorrectionReason { get; init; }
}
