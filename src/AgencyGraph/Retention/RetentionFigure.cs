using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>A row of the built-in schedule.</summary>
/// <param name="RecordKind">Null for a kind of case that the exchange does not tell apart.</param>
/// <param name="RunsFrom">Null where the exchange cannot count.</param>
/// <param name="Years">Null where there is no figure.</param>
/// <param name="CheckedOn">Null for general knowledge, which was not checked.</param>
internal sealed record RetentionFigure(
    string Code, AgencyKind AgencyKind, RecordKind? RecordKind, string What, RunsFrom? RunsFrom, int? Years, FigureStatus Status, string Source,
    DateOnly? CheckedOn, string Note);
