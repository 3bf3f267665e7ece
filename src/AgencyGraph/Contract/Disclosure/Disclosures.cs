using AgencyGraph.Contract.Engine;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>What stands between every answer about records and its caller: it is recorded, or it is not given.</summary>
internal sealed class Disclosures(IDisclosureLedger ledger, Documents documents, LiveStreams streams)
{
    /// <summary>Before an answer leaves. One that is not about records is nobody's to record.</summary>
    /// <exception cref="ReadRefusedException">It is not recorded for certain: nothing of it may be given.</exception>
    public async Task RecordAsync(
        DisclosureKind kind, GraphRequest request, Session session, ShownRecords shown, CancellationToken cancellationToken)
    {
        if (!shown.IsOfRecords || session.Caller is not { } caller)
            return;

        try
        {
            await ledger.RecordAsync([Of(kind, request, session, caller, shown)], cancellationToken);
        }
        catch (LedgerUnavailableException)
        {
            throw new ReadRefusedException(ErrorCode.LedgerUnavailable, kind == DisclosureKind.Mutation
                ? "The write was carried out, but what it would show cannot be recorded as disclosed. Send it again with the same idempotency key."
                : "What was asked for cannot be recorded as disclosed, so that it is not. Try again.");
        }
    }

    /// <summary>That somebody asked for an operation that the role may not call. It is refused whether or not that can be recorded.</summary>
    public async Task RefusedAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        if (session.Caller is not { } caller)
            return;
        try
        {
            await ledger.RecordAsync([Of(DisclosureKind.Refusal, request, session, caller, new ShownRecords())], cancellationToken);
        }
        catch (LedgerUnavailableException)
        {
            // The ledger has said so in the log.
        }
    }

    /// <summary>What an answer or an update shows.</summary>
    /// <param name="document">The hash of its document.</param>
    public static Contents ContentsOf(ShownRecords shown, ReadOnlyMemory<byte> document, string? operationName)
        => new(shown.Records, shown.Details, shown.Totals, operationName ?? "", document);

    private Ledger.Disclosure Of(DisclosureKind kind, GraphRequest request, Session session, Caller caller, ShownRecords shown)
    {
        var (hash, onlyName) = documents.IdentityOf(request.Query!); // What was answered has a document.
        return new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Reader = caller,
            Subjects = [caller.Subject],
            Contents = ContentsOf(shown, hash, request.Trusted?.Name ?? request.OperationName ?? onlyName),
            PolicyEpoch = streams.PolicyEpoch,
            RequestId = session.RequestId,
        };
    }
}
