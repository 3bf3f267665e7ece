using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Missing;

/// <summary>What a report of a missing child must be to be taken in. Every fault is told, each with its place in the input.</summary>
public static class MissingRules
{
    public const int AdultAgeYears = 18;

    private static readonly TextRule Circumstances = new(MissingEpisode.CircumstancesMaxLength, AllowsLines: true);
    private static readonly TextRule Reason = new(MissingEpisode.ReasonMaxLength, AllowsLines: true);

    /// <returns>The episode; null when there is a fault.</returns>
    public static ReportedEpisode? Read(MissingContent content, DateTime now, AgencyDirectory agencies, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(faults);
        var path = FieldPath.Input;
        var council = Codes.Council(content.Council, agencies, path["council"], faults);
        var type = Codes.Of<MissingType>(content.Type, path["type"], faults);
        var risk = Codes.Of<MissingRisk>(content.Risk, path["risk"], faults);
        var (started, reported, recorded) = ReadTimes(content, now, faults);
        var child = ReadChild(content.Child, started ?? now, path["child"], faults);
        var place = AddressRules.Read(content.MissingFrom, path["missingFrom"], faults);
        var circumstances = Circumstances.Read(content.Circumstances, path["circumstances"], faults);
        var found = content.Found is null ? null : ReadReturn(content.Found, started, now, path["found"], faults);
        if (type == MissingType.AwayWithoutAuthorisation && content.LookedAfter != true)
            faults.Add(path["type"], "is for a looked-after child; set lookedAfter to true, or give MISSING.");

        var isSafe = content.MissingFrom?.IsSafe ?? false;
        return faults.Any || started is null || reported is null || recorded is null || child is null ? null
            : new ReportedEpisode(
                child, council!.Code, type!.Value, risk!.Value, started.Value, reported.Value, recorded.Value, content.LookedAfter, content.OnPlan,
                isSafe ? null : place, isSafe ? place : null, circumstances, found); // What is null is a fault.
    }

    /// <param name="started">When the child was last seen; null where that is at fault.</param>
    /// <returns>Null when there is a fault.</returns>
    public static ReportedReturn? ReadReturn(FoundInput input, DateTime? started, DateTime now, FieldPath at, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(faults);
        var found = Moments.NotInFuture(input.FoundAt, at["foundAt"], now, faults);
        var recorded = Moments.NotInFuture(input.RecordedAt, at["recordedAt"], now, faults);
        var how = Codes.Of<HowFound>(input.How, at["how"], faults);
        var place = AddressRules.Read(input.Place, at["place"], faults);
        if (found < started)
            faults.Add(at["foundAt"], "lies before the child was last seen; nobody is found before being missing.");
        if (recorded < found)
            faults.Add(at["recordedAt"], "lies before foundAt; it must be the same or later.");

        var isSafe = input.Place?.IsSafe ?? false;
        return faults.Any || found is null || recorded is null || how is null ? null
            : new ReportedReturn(found.Value, recorded.Value, how.Value, isSafe ? null : place, isSafe ? place : null);
    }

    /// <returns>The reason of a correction; null as first reported, or when there is a fault.</returns>
    public static string? ReadRevision(ReportMissingInput input, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(faults);
        var path = FieldPath.Input["correctionReason"];
        if (input.Revision < 1)
            faults.Add(FieldPath.Input["revision"], "must be 1 as first reported, and higher for a correction.");
        if (input.Revision > 1)
            return ReadReason(input.CorrectionReason, path, faults);
        if (input.Revision == 1 && !string.IsNullOrWhiteSpace(input.CorrectionReason))
            faults.Add(path, "is given, but revision 1 corrects nothing; raise the revision or leave the reason out.");
        return null;
    }

    public static string? ReadReason(string? text, FieldPath at, Faults faults)
        => Reason.Require(text, at, faults, "is needed: say why the episode is corrected.");

    private static (DateTime? Started, DateTime? Reported, DateTime? Recorded) ReadTimes(MissingContent content, DateTime now, Faults faults)
    {
        var path = FieldPath.Input;
        var started = Moments.NotInFuture(content.StartedAt, path["startedAt"], now, faults);
        var reported = Moments.NotInFuture(content.ReportedAt, path["reportedAt"], now, faults);
        var recorded = Moments.NotInFuture(content.RecordedAt, path["recordedAt"], now, faults);
        if (reported < started)
            faults.Add(path["reportedAt"], "lies before startedAt; it must be the same or later.");
        if (recorded < reported)
            faults.Add(path["recordedAt"], "lies before reportedAt; it must be the same or later.");
        return (started, reported, recorded);
    }

    private static ReportedMissingChild? ReadChild(MissingChildInput child, DateTime started, FieldPath at, Faults faults)
    {
        var day = Moments.LondonDate(started);
        var given = IdentityRules.Name.Require(child.GivenName, at["givenName"], faults);
        var surname = IdentityRules.Name.Require(child.Surname, at["surname"], faults);
        if (string.IsNullOrWhiteSpace(child.BornOn))
            faults.Add(at["bornOn"], "is needed: it tells whether the person is a child.");
        var born = IdentityRules.ReadBornOn(
            child.BornOn, day, "lies after the child was last seen, which would be before this child's birth; check the date.", at["bornOn"], faults);
        if (born <= day.AddYears(-AdultAgeYears))
            faults.Add(at["bornOn"], "makes the person an adult when last seen; episodes are of children under 18.");
        var sex = IdentityRules.ReadSex(child.Sex, at["sex"], faults);
        var number = IdentityRules.ReadNhsNumber(child.NhsNumber, at["nhsNumber"], faults);
        var upn = IdentityRules.ReadUpn(child.Upn, at["upn"], faults);
        var address = AddressRules.Read(child.Address, at["address"], faults);

        var isSafe = child.Address?.IsSafe ?? false;
        return given is null || surname is null || born is null ? null
            : new ReportedMissingChild(given, surname, born.Value, sex, number, upn, isSafe ? null : address, isSafe ? address : null);
    }
}
