using AgencyGraph.Children;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>What a force records of a missing child.</summary>
internal static class EpisodeRecords
{
    public static ChildRecord Of(MissingEpisode episode, ReportedEpisode content, ChildId child, DateTime at) => new()
    {
        Id = ChildRecordId.New(),
        ChildId = child,
        AgencyCode = episode.ForceCode,
        CouncilCode = content.Council,
        IsShared = true,
        GivenName = content.Child.GivenName,
        Surname = content.Child.Surname,
        BornOn = content.Child.BornOn,
        Sex = content.Child.Sex,
        NhsNumber = content.Child.NhsNumber,
        Upn = content.Child.Upn,
        UsualAddress = content.Child.UsualAddress,
        SafeAddress = content.Child.SafeAddress,
        KeepsSafe = content.KeepsSafe,
        RecordedAt = at,
    };

    /// <summary>
    /// The record of the former revision, where it is of the same child: the same NHS number and date of birth, or, where no two numbers speak against
    /// it, the same name and date of birth. Null for another child, or a new episode.
    /// </summary>
    public static ChildRecord? FormerOf(Filing filing)
    {
        if (filing.Episode is not { } episode)
            return null;
        var record = episode.Record ?? throw new InvalidOperationException("An episode's record is read before it is corrected.");
        return IsSame(record, filing.Content.Child) ? record : null;
    }

    private static bool IsSame(ChildRecord record, ReportedMissingChild child)
        => record.BornOn == child.BornOn && (record.NhsNumber is { } known && child.NhsNumber is { } number
            ? known == number
            : record.GivenName == child.GivenName && record.Surname == child.Surname);
}
