using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Engine;

/// <summary>Why a stream is not opened, or ends, as its reader is told.</summary>
internal static class StreamWords
{
    private const string Expired
        = "What came after this cursor is kept no longer. List again, with `feedPosition`, then subscribe after that.";

    public static ReadRefusedException Of(StreamRefusal refusal) => refusal switch
    {
        StreamRefusal.CursorInvalid => new(ErrorCode.CursorInvalid,
            "This is not a cursor of yours for this filter. Use the last one that this subscription gave you, or begin without."),
        StreamRefusal.CursorEpochChanged => new(ErrorCode.CursorEpochChanged,
            "The feed was restored since this cursor was made. List again, with `feedPosition`, then subscribe after that."),
        StreamRefusal.CursorExpired => new(ErrorCode.CursorExpired, Expired),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    public static Exception Of(StreamEnd end) => end switch
    {
        StreamEnd.CursorExpired => new ReadRefusedException(ErrorCode.CursorExpired, Expired),
        StreamEnd.AllowanceSpent => UpdateBudget.Refusal(),
        StreamEnd.LedgerSilent => new StreamEndedException(1013, EnumNames.NameOf(ErrorCode.LedgerUnavailable)),
        StreamEnd.DatabaseSilent => new StreamEndedException(1013, EnumNames.NameOf(ErrorCode.Unavailable)),
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };
}
