namespace AgencyGraph.Storage;

/// <summary>A strongly typed identifier over a version-7 <see cref="Guid"/>; kept as 16 bytes by SQLite and as <c>uuid</c> by PostgreSQL.</summary>
public interface IRecordId<TSelf> : IRecordId, IComparable<TSelf>, IEquatable<TSelf>
    where TSelf : struct, IRecordId<TSelf>
{
    static abstract TSelf From(Guid value);
}

/// <summary>Such an identifier, of whatever record.</summary>
public interface IRecordId
{
    Guid Value { get; }
}
