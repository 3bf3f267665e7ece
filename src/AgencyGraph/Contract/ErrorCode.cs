namespace AgencyGraph.Contract;

/// <summary>
/// Every code of a top-level error: a request that was not carried out. What each means and what a client does about it is in
/// <see cref="ErrorAdvice"/>.
/// </summary>
public enum ErrorCode
{
    Unauthenticated,
    RoleRequired,
    PurposeRequired,
    PurposeNotPermitted,
    Suspended,
    Forbidden,
    OriginNotAllowed,
    BadRequest,
    BatchingDisabled,
    BodyTooLarge,
    MethodNotAllowed,
    PreflightRequired,
    NotAcceptable,
    UnsupportedMediaType,
    PersistedNotFound,
    PersistedMismatch,
    DocumentNotPermitted,
    IntrospectionNotPermitted,
    SyntaxError,
    ValidationFailed,
    MaxDepth,
    TooComplex,
    AnswerTooLarge,
    InvalidInput,
    CursorInvalid,
    CursorEpochChanged,
    CursorExpired,
    Ambiguous,
    RateLimited,
    FilterForbidden,
    SortForbidden,
    TooManyOperations,
    TooManyConnections,
    Unavailable,
    LedgerUnavailable,
    Internal,
}
