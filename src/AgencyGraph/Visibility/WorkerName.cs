using AgencyGraph.Agencies;

namespace AgencyGraph.Visibility;

/// <summary>What can be the subject of a sign-in, and so the name by which a worker holds a <see cref="Relationship"/>.</summary>
public static class WorkerName
{
    /// <summary>With its agency, a subject is the holder of a relationship.</summary>
    public const int MaxLength = Relationship.HolderMaxLength - AgencyCode.MaxLength - 1;

    public static bool IsPossible(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxLength)
            return false;

        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsControl(name[i]) || (char.IsSurrogate(name[i]) && !char.IsSurrogatePair(name, i++)))
                return false;
        }

        return true;
    }
}
