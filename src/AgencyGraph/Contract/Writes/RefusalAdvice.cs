using System.Collections.Frozen;

namespace AgencyGraph.Contract.Writes;

/// <summary>What each refusal means and what a client does about it: the one list, printed in the contract's documentation.</summary>
/// <param name="CanResend">Whether the same request, sent again with the same key, may succeed.</param>
public sealed record RefusalAdvice(RefusalCode Code, string Meaning, string ClientAction, bool CanResend)
{
    public static IReadOnlyDictionary<RefusalCode, RefusalAdvice> All { get; } = new RefusalAdvice[]
    {
        new(RefusalCode.InvalidInput, "A value breaks a rule; path names it and message says what is wrong.",
            "Correct the value and send again. The same key may be used: a refusal is not remembered.", false),
        new(RefusalCode.NotFound, "There is no such record among those that you may write on.",
            "Check the id or reference. For a correction, send the original first.", false),
        new(RefusalCode.AlreadyExists, "A record with this reference, or this revision of it, is there already; the first stands.",
            "If it was sent twice, do nothing. If it differs, send a correction.", false),
        new(RefusalCode.VersionConflict, "The record has changed since you read it; currentVersion is what it is now.",
            "Read it again, decide anew, and send with that version.", false),
        new(RefusalCode.WrongStage, "The record is at a stage that does not allow this step.",
            "Read it again; take the step that is due, or none.", false),
        new(RefusalCode.NotResponsible, "You see the record, but this step belongs to another agency.",
            "Ask the responsible agency.", false),
        new(RefusalCode.OriginatorConsentRequired, "The agency that wrote the record must agree before you pass it on.",
            "Ask that agency. Send again once it has agreed, or leave the record out.", false),
        new(RefusalCode.JustificationRequired, "No child is opened in an emergency without a reason in your own words.",
            "Say why, and send again. The same key may be used.", false),
        new(RefusalCode.OnlyOneChild, "You have a child open already, and it is open for a while yet.",
            "Read that child. Another can be opened once the first has closed by itself; until then ask the council that answers for the child.", false),
        new(RefusalCode.UnderLegalHold, "A legal hold stands on the record, or on a child whom it is about: it must not be erased.",
            "Keep it, with a date to look again. The hold is lifted by the agency that placed it.", false),
        new(RefusalCode.IdempotencyMismatch, "This idempotency key was used for another request.",
            "Use a new key for a new request; never change a request under its key.", false),
        new(RefusalCode.Contended, "Other writers changed the same record at the same instant; nothing was written.",
            "Send the same request again with the same key, after a second.", true),
        new(RefusalCode.CursorInvalid, "This is not a cursor that the exchange gave to you, acting in this role and for this purpose.",
            "Acknowledge with the last cursor of your own stream.", false),
        new(RefusalCode.CursorEpochChanged, "The feed was restored since this cursor was made.",
            "List again, subscribe without a cursor, and acknowledge with the cursors of that stream.", false),
    }.ToFrozenDictionary(advice => advice.Code);
}
