using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Who answers for how long records are kept, and what of that they see.</summary>
internal sealed partial class Oracle
{
    /// <summary>Whether the role decides for its agency how long records are kept.</summary>
    public bool AnswersForRecords => role is Role.PoliceSystem or Role.CouncilSystem or Role.HubLead;

    public bool Sees(Hold hold) => AnswersForRecords && hold.Agency == agency && hold.Kids.All(IsOpen) && IsOpen(NamedOn(hold.Record));

    /// <summary>Whether a record whose time is over is put before the caller.</summary>
    public bool IsPutBefore(object record)
        => AnswersForRecords && Controller(record) == agency && KidsOf(record).All(IsOpen) && IsOpen(NamedOn(record)) && IsAtAnEnd(record);

    public static string Controller(object record) => record switch
    {
        ForceIncident incident => incident.Force,
        ForceEpisode episode => episode.Force,
        KidRecord { IsForces: false } own => own.Agency,
        CouncilReferral referral => referral.To,
        _ => "",
    };

    public static IReadOnlyList<Kid> KidsOf(object record) => record switch
    {
        Kid kid => [kid],
        KidRecord own => [own.Kid],
        ForceIncident incident => [.. incident.Kids],
        ForceEpisode episode => [episode.Kid],
        CouncilReferral referral => referral.Kids,
        _ => [],
    };

    /// <summary>The records of children that go with it.</summary>
    public static IReadOnlyList<KidRecord> PartsOf(object record) => record switch
    {
        ForceIncident incident => incident.Children,
        ForceEpisode episode => [episode.Record],
        _ => [],
    };

    private static IReadOnlyList<string>? NamedOn(object record) => record switch
    {
        Kid kid => kid.Named,
        ForceIncident incident => incident.Named,
        _ => null,
    };

    /// <summary>Neither held, nor part of a case that is open with whoever answers for it.</summary>
    private bool IsAtAnEnd(object record)
    {
        var parts = PartsOf(record);
        return !world.Holds.Any(hold => !hold.IsLifted && (hold.Record == record || KidsOf(record).Contains(hold.Record) || parts.Contains(hold.Record)))
            && !KidsOf(record).Any(kid => kid.Worker?.StartsWith($"{Controller(record)}/", StringComparison.Ordinal) == true);
    }
}
