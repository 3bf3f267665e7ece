namespace AgencyGraph.Visibility.Law;

/// <summary>On what roles rest when they act for a purpose.</summary>
/// <param name="Kind">The kind of record to which it is confined; null for whatever the role reads or writes.</param>
internal sealed record LegalGround(Purpose Purpose, IReadOnlyList<Role> Roles, RecordKind? Kind, IReadOnlyList<LegalBasis> Bases);
