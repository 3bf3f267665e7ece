using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>One child, seen through every agency's record of them. It holds nothing of its own: all that is known is in the records.</summary>
public sealed class Child : IGoverned<Child>
{
    private static readonly AgencyCode NoOne = new("");

    public required ChildId Id { get; init; }

    /// <summary>When the exchange first heard of the child.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>The council responsible for the child; null until one has said so.</summary>
    public AgencyCode? ResponsibleCouncilCode { get; private set; }

    public Agency? ResponsibleCouncil { get; init; }

    public ICollection<ChildRecord> Records { get; } = [];

    public static RecordKind Kind => RecordKind.Child;

    public static RecordLabels<Child> Labels { get; } = new(
        Originator: child => NoOne,
        Council: child => child.ResponsibleCouncilCode,
        IsShared: child => true,
        Children: child => new[] { child.Id });

    public void PlaceUnder(AgencyCode council) => ResponsibleCouncilCode = council;

    /// <summary>No council is responsible from now on, until one says so.</summary>
    public void Release() => ResponsibleCouncilCode = null;
}
