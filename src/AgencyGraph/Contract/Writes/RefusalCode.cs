namespace AgencyGraph.Contract.Writes;

/// <summary>Why a write was refused. What a client does about each is told by the types of `UserError`, and in `schema/errors.md`.</summary>
public enum RefusalCode
{
    /// <summary>A value breaks a rule of content.</summary>
    InvalidInput,

    /// <summary>There is no such record, or the caller may not see it or write on it: one answer.</summary>
    NotFound,

    /// <summary>The record, or this revision of it, is there already.</summary>
    AlreadyExists,

    /// <summary>The record has changed since the caller read it.</summary>
    VersionConflict,

    /// <summary>The record's stage does not allow the step.</summary>
    WrongStage,

    /// <summary>The caller sees the record, but the step is another agency's.</summary>
    NotResponsible,

    /// <summary>The agency that wrote the record must agree before it goes further.</summary>
    OriginatorConsentRequired,

    /// <summary>A reason must be given in the caller's own words.</summary>
    JustificationRequired,

    /// <summary>The caller has a child open already.</summary>
    OnlyOneChild,

    /// <summary>A legal hold stands on the record, or on a child whom it is about.</summary>
    UnderLegalHold,

    /// <summary>The idempotency key was used before, with another body.</summary>
    IdempotencyMismatch,

    /// <summary>Another writer changed the same record at the same instant, again and again.</summary>
    Contended,

    /// <summary>Not a cursor that this exchange gave to this consumer.</summary>
    CursorInvalid,

    /// <summary>The feed was restored since the cursor was made.</summary>
    CursorEpochChanged,
}
