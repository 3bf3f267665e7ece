namespace AgencyGraph.Contract.Writes;

/// <summary>What became of one input.</summary>
/// <param name="RecordId">The record that it made or changed; null when refused.</param>
/// <param name="Refusals">Why it was refused, every fault by itself; otherwise empty.</param>
public sealed record Outcome(OutcomeKind Kind, Guid? RecordId, IReadOnlyList<Refusal> Refusals)
{
    public static Outcome Recorded(Guid recordId) => new(OutcomeKind.Recorded, recordId, []);

    public static Outcome Corrected(Guid recordId) => new(OutcomeKind.Corrected, recordId, []);

    public static Outcome Changed(Guid recordId) => new(OutcomeKind.Changed, recordId, []);

    public static Outcome Replayed(Guid recordId) => new(OutcomeKind.Replayed, recordId, []);

    public static Outcome Refused(IReadOnlyList<Refusal> refusals) => new(OutcomeKind.Refused, null, refusals);

    public static Outcome Refused(RefusalCode code, string message, params string[] path)
        => Refused([new Refusal(code, message, path)]);

    public static Outcome VersionConflict(string message, int currentVersion, params string[] path)
        => Refused([new Refusal(RefusalCode.VersionConflict, message, path, currentVersion)]);

    /// <summary>Refused, and that it was tried is kept.</summary>
    public static Outcome RefusedAndKept(RefusalCode code, string message, params string[] path) => Refused(code, message, path) with { IsKept = true };

    /// <summary>Whether something was written although it was refused: that it was tried.</summary>
    public bool IsKept { get; private init; }

    public bool IsRefused => Kind == OutcomeKind.Refused;
}
