using AgencyGraph.Storage;

namespace AgencyGraph.Missing;

/// <summary>Names a missing episode.</summary>
public readonly record struct MissingEpisodeId(Guid Value) : IRecordId<MissingEpisodeId>
{
    public static MissingEpisodeId New() => new(Guid.CreateVersion7());

    public static MissingEpisodeId From(Guid value) => new(value);

    public int CompareTo(MissingEpisodeId other) => Value.CompareTo(other.Value);

    public static bool operator <(MissingEpisodeId left, MissingEpisodeId right) => left.CompareTo(right) < 0;

    public static bool operator >(MissingEpisodeId left, MissingEpisodeId right) => left.CompareTo(right) > 0;

    public static bool operator <=(MissingEpisodeId left, MissingEpisodeId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MissingEpisodeId left, MissingEpisodeId right) => left.CompareTo(right) >= 0;
}
