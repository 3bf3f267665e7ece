using System.Collections.Frozen;

namespace AgencyGraph.Contract;

/// <summary>What each top-level error means and what a client does about it: the one list, printed in the contract's documentation.</summary>
/// <param name="HttpStatus">
/// The answer's status under <c>application/graphql-response+json</c>. Under <c>application/json</c> a 400 of the graph itself is a 200.
/// </param>
/// <param name="CanResend">Whether the same request, sent again as it is, may succeed.</param>
public sealed record ErrorAdvice(ErrorCode Code, int HttpStatus, string Meaning, string ClientAction, bool CanResend = false)
{
    public static IReadOnlyDictionary<ErrorCode, ErrorAdvice> All { get; } = new[] { SignIn, Request, Document, Graph, Server }
        .SelectMany(list => list())
        .ToFrozenDictionary(advice => advice.Code);

    private static ErrorAdvice[] SignIn() =>
    [
        new(ErrorCode.Unauthenticated, 401, "There is no valid bearer token, whatever the cause: none, forged, expired, of another issuer.",
            "Fetch a fresh token and send again. If that one is refused too, stop and ask the operator."),
        new(ErrorCode.RoleRequired, 403, "The token carries several roles, or not the one asked for.",
            "Name one of the token's roles: the header `X-Role`, or `role` in `connection_init`."),
        new(ErrorCode.PurposeRequired, 200, "No purpose was stated, and without one nothing is read.",
            "State one: the header `X-Purpose`, or `purpose` in `connection_init`."),
        new(ErrorCode.PurposeNotPermitted, 403, "The purpose is unknown or does not suit the role.",
            "State one that the role may act for; the message lists them."),
        new(ErrorCode.Suspended, 403,
            "An administrator has suspended the person, the client or the agency, or the person in this role; or the role waits for the review of a "
                + "break-glass that was not done in time. Which of them it is is not told. "
                + "Open sockets are closed with 4403.",
            "Do not send again, and fetch no new token: ask the operator of the exchange."),
        new(ErrorCode.Forbidden, 200, "The role may not call this operation.",
            "Do not send again. `me { permissions }` tells what the role may call."),
        new(ErrorCode.OriginNotAllowed, 403, "A web page of this origin may not open a socket.",
            "Ask the operator to allow the origin."),
    ];

    private static ErrorAdvice[] Request() =>
    [
        new(ErrorCode.BadRequest, 400,
            "The request is not a GraphQL request: no JSON, not an object, or without a query. Status 408 where it came too slowly.",
            "Correct it; the message says what is wrong."),
        new(ErrorCode.BatchingDisabled, 400, "The body is an array of requests.", "Send one request a call."),
        new(ErrorCode.BodyTooLarge, 413, "The body is larger than the role may send; the message says how much that is.",
            "Send less at a time: halve a batch."),
        new(ErrorCode.MethodNotAllowed, 405, "The method is neither GET nor POST, or a GET asks for a mutation.",
            "Send with POST; the header `Allow` names the methods."),
        new(ErrorCode.PreflightRequired, 400, "A GET without a header that a web page of another origin could not send unasked.",
            "Send `X-Purpose`, or `GraphQL-Require-Preflight: 1`."),
        new(ErrorCode.NotAcceptable, 406, "The client accepts neither `application/graphql-response+json` nor `application/json`; "
                + "at `/graphql/stream`, not `text/event-stream`.",
            "Accept one of them."),
        new(ErrorCode.UnsupportedMediaType, 415, "The body is not JSON in UTF-8, or is compressed.",
            "Send `Content-Type: application/json`, in UTF-8, without `Content-Encoding`."),
        new(ErrorCode.TooManyOperations, 429, "Too many operations run on this socket. Told in an `error` message.",
            "Complete one first, or open another socket.", CanResend: true),
        new(ErrorCode.TooManyConnections, 503, "The server, or your agency, has as many sockets and streams open as it may. An agency's socket is closed with 1013.",
            "Close those that are not used; connect again after a while.", CanResend: true),
    ];

    private static ErrorAdvice[] Document() =>
    [
        new(ErrorCode.PersistedNotFound, 400, "No document that this client may run has the hash.",
            "Send the hash of a registered document: `documents.md` lists them. In Development send the text once with its hash."),
        new(ErrorCode.PersistedMismatch, 400, "The hash is not that of the document sent with it.",
            "Hash the text as it is sent, in UTF-8, with SHA-256."),
        new(ErrorCode.DocumentNotPermitted, 400, "This client may run registered documents only.",
            "Send `documentId` with the hash of one. Ask the operator to register yours."),
        new(ErrorCode.IntrospectionNotPermitted, 400, "This client may not ask for the schema.", "Read `agencygraph.graphql`."),
    ];

    private static ErrorAdvice[] Graph() =>
    [
        new(ErrorCode.SyntaxError, 400, "The document cannot be parsed.", "Correct the document."),
        new(ErrorCode.ValidationFailed, 400, "The document does not fit the schema.",
            "Correct the document; compare it with `agencygraph.graphql`."),
        new(ErrorCode.MaxDepth, 400, "The document nests its fields too deep; the message says how deep they may be.",
            "Ask for less: read the lower objects by their ids in another request."),
        new(ErrorCode.TooComplex, 400,
            "The document has too many characters, tokens, fields, aliases or directives, with fragments written out; the message says which and how many.",
            "Divide it into several requests."),
        new(ErrorCode.AnswerTooLarge, 200, "The answer would be larger than an answer may be. What a mutation wrote stands.",
            "Ask for less: smaller pages, fewer fields. A mutation may be sent again with the same idempotency key and a smaller selection."),
        new(ErrorCode.InvalidInput, 400,
            "A variable or argument does not fit its type or limits. Status 200 where only running the operation showed it.",
            "Correct the value."),
        new(ErrorCode.CursorInvalid, 200,
            "The cursor is not one that this caller was given for this list, order and filter, or for this subscription.",
            "Begin without a cursor."),
        new(ErrorCode.CursorEpochChanged, 200,
            "The feed was restored since the cursor was made, so that it points into a history that is no more.",
            "List again in a query that selects `feedPosition` too, then subscribe after that."),
        new(ErrorCode.CursorExpired, 200,
            "What came after the cursor is kept no longer: `Feed:RetentionDays`, 90 days unless the operator says otherwise. Of an open stream: it "
                + "has fallen so far behind.",
            "List again in a query that selects `feedPosition` too, then subscribe after that."),
        new(ErrorCode.Ambiguous, 200, "Several records that the caller may see match the lookup, so that none of them is the one.",
            "Look it up by its id: list the records, choose the right one, and use the id."),
        new(ErrorCode.RateLimited, 429, "The answer would show more different records than a reader may be shown within an hour; or a person was sent as many updates. The operator is told.",
            "What was shown within the hour may be read again. For more, wait as long as the message says; a system that needs more asks the operator. A stream that ends so is resumed later, after its last cursor."),
        new(ErrorCode.FilterForbidden, 200, "The role may not read the field that the filter or lookup is by.",
            "Use another filter or lookup."),
        new(ErrorCode.SortForbidden, 200, "The role may not read the field that the order is by.", "Use another order."),
    ];

    private static ErrorAdvice[] Server() =>
    [
        new(ErrorCode.Unavailable, 200,
            "The store cannot be reached or is full. The message says whether nothing was changed, or a write was carried out "
                + "and only its answer is missing.",
            "Send the same request again with the same idempotency key: after a second, then at twice the interval each time.",
            CanResend: true),
        new(ErrorCode.LedgerUnavailable, 200,
            "The disclosure cannot be recorded at present, so that nothing is disclosed. The message says whether a write was carried out and only its "
                + "answer is missing. A stream that has waited for 15 s is closed with 1013.",
            "Send the same request again with the same idempotency key: after a second, then at twice the interval each time. Resume a stream after its last cursor.",
            CanResend: true),
        new(ErrorCode.Internal, 200,
            "A fault of the server. The error carries an id of the fault. Status 500 where the answer could not be written at all.",
            "Report the id to the operator. A write may be sent again with the same idempotency key."),
    ];
}
