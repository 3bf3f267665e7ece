using System.Linq.Expressions;
using AgencyGraph.Agencies;

namespace AgencyGraph.Visibility;

/// <summary>What row rules may ask of a record: who wrote it, to which council it was told, and which children it is about.</summary>
public interface ISharedRecord
{
    /// <summary>The agency that wrote it.</summary>
    AgencyCode Originator { get; }

    /// <summary>The council whom it concerns or to whom it was sent; null when there is none.</summary>
    AgencyCode? Council { get; }

    /// <summary>Whether its originator has shared it; what is withheld stays with the originator.</summary>
    bool IsShared { get; }

    IEnumerable<ChildId> Children { get; }

    /// <summary>The value of the id under which a list of names restricts the record itself; null where none does.</summary>
    Guid? Restriction { get; }

    /// <summary>Whether its originator must agree before it goes beyond the council that received it.</summary>
    bool NeedsConsent { get; }

    /// <summary>When it was shared, where a school is told of such records; null where schools are not told.</summary>
    DateTime? NoticeAt { get; }

    /// <summary>The worker whom it is about in person, as the holder of a <see cref="Relationship"/>; null where it is about none.</summary>
    string? Worker { get; }

    /// <summary>
    /// Whether others who know the child may be told that its originator does; of a missing child, from where: never where the child is kept safe
    /// anywhere.
    /// </summary>
    bool IsPointer { get; }
}

/// <summary>A kind of record that row rules govern. <see cref="Labels"/> says, for SQL, where its columns answer the rules' questions.</summary>
public interface IGoverned<TSelf>
    where TSelf : class, IGoverned<TSelf>
{
    static abstract RecordKind Kind { get; }

    static abstract RecordLabels<TSelf> Labels { get; }
}

/// <summary>Where the columns of one kind of record answer the questions of <see cref="ISharedRecord"/>.</summary>
public sealed record RecordLabels<T>(
    Expression<Func<T, AgencyCode>> Originator,
    Expression<Func<T, AgencyCode?>> Council,
    Expression<Func<T, bool>> IsShared,
    Expression<Func<T, IEnumerable<ChildId>>> Children)
{
    /// <summary>Null for a kind of which no record is restricted by itself.</summary>
    public Expression<Func<T, Guid?>>? Restriction { get; init; }

    /// <summary>Null for a kind that no originator can keep from being shared on.</summary>
    public Expression<Func<T, bool>>? NeedsConsent { get; init; }

    /// <summary>Null for a kind of which schools are not told.</summary>
    public Expression<Func<T, DateTime?>>? NoticeAt { get; init; }

    /// <summary>Null for a kind that is about no worker in person.</summary>
    public Expression<Func<T, string?>>? Worker { get; init; }

    /// <summary>Null for a kind that is no pointer.</summary>
    public Expression<Func<T, bool>>? IsPointer { get; init; }
}

/// <summary>The same answers for one record in memory, as the feed carries them.</summary>
public sealed record RecordFacts(AgencyCode Originator, AgencyCode? Council, bool IsShared, IReadOnlyList<ChildId> Children) : ISharedRecord
{
    public Guid? Restriction { get; init; }

    public bool NeedsConsent { get; init; }

    public DateTime? NoticeAt { get; init; }

    public string? Worker { get; init; }

    bool ISharedRecord.IsPointer => false; // Pointers are read and never pushed.

    IEnumerable<ChildId> ISharedRecord.Children => Children;
}
