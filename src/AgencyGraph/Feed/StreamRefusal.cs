namespace AgencyGraph.Feed;

/// <summary>Why a stream is not opened; its name (<c>CURSOR_INVALID</c>) is the error code.</summary>
public enum StreamRefusal
{
    /// <summary>Not a cursor that this exchange gave to this consumer for this filter.</summary>
    CursorInvalid,

    /// <summary>The cursor points into a history that a restore has replaced: list again, then watch.</summary>
    CursorEpochChanged,

    /// <summary>What comes after the cursor is kept no longer: list again, then watch.</summary>
    CursorExpired,
}
