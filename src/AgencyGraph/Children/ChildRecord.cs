using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>
/// What one agency recorded of a child, at one time. Records are never fused: those of one child share a <see cref="ChildId"/>,
/// and each is judged alone. A force's record belongs to the incident in which it was made and is shared or withheld with it.
/// </summary>
public sealed class ChildRecord : IGoverned<ChildRecord>
{
    public const int NameMaxLength = 100;
    public const int LocalReferenceMaxLength = CouncilReference.MaxLength;

    public required ChildRecordId Id { get; init; }

    public required ChildId ChildId { get; init; }

    public Child? Child { get; init; }

    public required AgencyCode AgencyCode { get; init; }

    public Agency? Agency { get; init; }

    /// <summary>The council whom the record concerns: the recording council itself, or the one that a force's incident names.</summary>
    public required AgencyCode CouncilCode { get; set; }

    public required bool IsShared { get; set; }

    /// <summary>Rises by one with each change; starts at 1.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The recording agency's own reference for the child; null where it gave none.</summary>
    public CouncilReference? LocalReference { get; init; }

    public required string GivenName { get; set; }

    public required string Surname { get; set; }

    /// <summary>Null when not known.</summary>
    public DateOnly? BornOn { get; set; }

    public Sex? Sex { get; set; }

    public NhsNumber? NhsNumber { get; set; }

    public Upn? Upn { get; set; }

    public Address? UsualAddress { get; set; }

    /// <summary>An address that must not reach the person who is a danger; it has a detail class of its own.</summary>
    public Address? SafeAddress { get; set; }

    /// <summary>Whether the incident in which it was made keeps a place, or the address of somebody in it, from whoever is a danger.</summary>
    public bool KeepsSafe { get; set; }

    public required DateTime RecordedAt { get; set; }

    /// <summary>The value of the id of the incident in which it was made, while that is restricted to named workers; null otherwise.</summary>
    public Guid? RestrictionId { get; set; }

    /// <summary>Whether it is part of an incident whose force must agree before it goes beyond the council that received it.</summary>
    public bool NeedsConsent { get; set; }

    public static RecordKind Kind => RecordKind.ChildRecord;

    public static RecordLabels<ChildRecord> Labels { get; } = new(
        Originator: record => record.AgencyCode,
        Council: record => record.CouncilCode,
        IsShared: record => record.IsShared,
        Children: record => new[] { record.ChildId })
    {
        Restriction = record => record.RestrictionId,
        NeedsConsent = record => record.NeedsConsent,
        IsPointer = record => record.IsShared && !record.NeedsConsent && !record.Child!.Records.Any(other => other.SafeAddress != null || other.KeepsSafe),
    };

    /// <summary>Takes over all that a later revision says of the child.</summary>
    public void Correct(ChildRecord revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        (CouncilCode, IsShared, RecordedAt) = (revision.CouncilCode, revision.IsShared, revision.RecordedAt);
        (GivenName, Surname, BornOn, Sex) = (revision.GivenName, revision.Surname, revision.BornOn, revision.Sex);
        (NhsNumber, Upn) = (revision.NhsNumber, revision.Upn);
        (UsualAddress, SafeAddress, KeepsSafe) = (revision.UsualAddress, revision.SafeAddress, revision.KeepsSafe);
        NeedsConsent = revision.NeedsConsent;
        Version++;
    }

    public void MoveTo(Address safeAddress)
    {
        SafeAddress = safeAddress;
        Version++;
    }
}
