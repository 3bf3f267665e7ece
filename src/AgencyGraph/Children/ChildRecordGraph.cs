using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The graph type <c>ChildRecord</c>.</summary>
public sealed class ChildRecordGraph : RecordGraph<ChildRecord>
{
    public const char Tag = 'r';

    public ChildRecordGraph() : base("ChildRecord", "What one agency recorded of a child at one time. Records of one child are linked, never fused.")
    {
        Id(Tag, record => record.Id);
        Field("version", record => record.Version, Detail.Open, "Rises by one with each change; pass it as `expectedVersion`.");
        Object("agency", record => record.Agency, typeof(AgencyBodyGraph), Detail.Involvement, "The agency whose record it is.");
        Reference("child", record => record.ChildId, typeof(ChildGraph), Detail.Open, "The child whom the record is about.");
        Optional("localReference", record => record.LocalReference, Detail.Identity, "The agency's own reference for the child.");
        Field("givenName", record => record.GivenName, Detail.Identity, "Given name or names.");
        Field("surname", record => record.Surname, Detail.Identity, "Surname.");
        Optional("bornOn", record => record.BornOn, Detail.Identity, "Date of birth; null when not known.");
        Optional("sex", record => record.Sex, Detail.Identity, "Sex as recorded; null when not known.");
        Optional("nhsNumber", record => record.NhsNumber, Detail.NhsNumber, "NHS number.");
        Optional("upn", record => record.Upn, Detail.Upn, "Unique pupil number.");
        OptionalObject("usualAddress", record => record.UsualAddress, typeof(AddressGraph), Detail.UsualAddress, "Where the child usually lives.");
        OptionalObject(
            "safeAddress", record => record.SafeAddress, typeof(AddressGraph), Detail.SafeAddress,
            "A refuge or other address that must not reach the person who is a danger. Never pass it on.");
        Field("recordedAt", record => record.RecordedAt, Detail.Involvement, "When it was recorded.");
        Withheld();
        Withholds(Detail.SafeAddress, "safeAddress", record => record.SafeAddress != null);
    }

    /// <summary>Latest first.</summary>
    public static Listing Latest { get; } = new(
        "ChildRecord",
        [
            new ListOrder(
                "LATEST_FIRST", "By when they were recorded, latest first.", Detail.Open,
                [OrderKey.Descending((ChildRecord record) => record.RecordedAt), OrderKey.Descending((ChildRecord record) => record.Id)]),
        ]);

    /// <summary>Those with an NHS number first, then those with a UPN, as far as the caller may read them; then the latest.</summary>
    public static Listing BestIdentified { get; } = new(
        "ChildRecord",
        [
            new ListOrder(
                "BEST_IDENTIFIED_FIRST", "By the numbers that they have.", Detail.Open,
                [
                    OrderKey.Descending((ChildRecord record) => record.NhsNumber != null, Detail.NhsNumber),
                    OrderKey.Descending((ChildRecord record) => record.Upn != null, Detail.Upn),
                    OrderKey.Descending((ChildRecord record) => record.RecordedAt),
                    OrderKey.Descending((ChildRecord record) => record.Id),
                ]),
        ]);
}
