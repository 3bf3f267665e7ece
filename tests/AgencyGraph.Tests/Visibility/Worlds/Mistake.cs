namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>A rule that the oracle gets wrong on purpose: were the exchange wrong there, the comparison would tell.</summary>
internal enum Mistake
{
    None,
    WithheldIsShown,
    RecordsAreJudgedByTheirIncident,
    EndedAllocationsCount,
    ResponsibilityDoesNotCount,
    ReferralsAreForTheirReceiverOnly,
    SafeAddressesAreOpen,
    RestrictionsDoNotCount,
    ConflictsDoNotCount,
    ConsentDoesNotCount,
    SchoolsAreToldOfAll,
    NoticesReachBack,
    PointersGiveAwayTheSafe,
    MissingPlacesGiveAwayTheSafe,
    ReadersAreKnownToAll,
    DeadlinesAreForPatientsToo,
}
