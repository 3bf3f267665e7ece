using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>What an agency asks of a council, every value checked but for the records that it names.</summary>
internal sealed record CheckedReferral(
    string? Reference, AgencyCode To, ReferralSource Source, PrimaryNeed PrimaryNeed, string? Reason, DateTime RecordedAt)
{
    public const int ReferenceMaxLength = 40;
    public const int MaxRecords = 20;

    private static readonly TextRule ReferenceRule = new(ReferenceMaxLength);
    private static readonly TextRule ReasonRule = new(Referral.ReasonMaxLength, AllowsLines: true);

    /// <returns>Null when there is a fault.</returns>
    public static CheckedReferral? Read(ReferralToMake referral, Deed deed, AgencyDirectory agencies, Faults faults)
    {
        var (input, path) = (referral.Input, FieldPath.Input);
        var reference = ReferenceRule.Read(input.Reference, path["reference"], faults);
        var to = Codes.Council(input.To, agencies, path["to"], faults);
        var source = ReadSource(input.Source, agencies.Find(deed.Caller.Agency), path["source"], faults);
        var need = Codes.Of<PrimaryNeed>(input.PrimaryNeed, path["primaryNeed"], faults);
        var reason = ReasonRule.Read(input.Reason, path["reason"], faults);
        var recordedAt = input.RecordedAt is null ? deed.At : Moments.Instant(input.RecordedAt, path["recordedAt"], faults);
        if (recordedAt > deed.At)
            faults.Add(path["recordedAt"], "lies in the future; check the time and its offset, and the sender's clock.");
        CheckList(referral.Children, 1, "children", path["children"], faults);
        CheckList(referral.Incidents, 0, "incidents", path["incidents"], faults);

        return faults.Any ? null : new CheckedReferral(reference, to!.Code, source, need!.Value, reason, recordedAt!.Value);
    }

    private static ReferralSource ReadSource(string? text, Agency? from, FieldPath at, Faults faults)
    {
        var own = from?.Kind switch
        {
            AgencyKind.PoliceForce => ReferralSource.Police,
            AgencyKind.School => ReferralSource.Education,
            AgencyKind.HealthBody => ReferralSource.Health,
            _ => ReferralSource.LocalAuthority,
        };
        if (text is null || Codes.Of<ReferralSource>(text, at, faults) is not { } source)
            return own;
        if (own != ReferralSource.LocalAuthority && source != own)
            faults.Add(at, $"must be {EnumNames.NameOf(own)} for {Words(own)}; or leave it out.");
        return source;
    }

    private static string Words(ReferralSource own) => own switch
    {
        ReferralSource.Police => "a police force",
        ReferralSource.Education => "a school",
        _ => "a health body",
    };

    private static void CheckList<T>(IReadOnlyList<T> records, int min, string what, FieldPath at, Faults faults)
    {
        if (records.Count < min || records.Count > MaxRecords)
            faults.Add(at, $"names {records.Count} {what}; give {min} to {MaxRecords}.");
        if (records.Distinct().Count() < records.Count)
            faults.Add(at, "names one twice.");
    }
}
