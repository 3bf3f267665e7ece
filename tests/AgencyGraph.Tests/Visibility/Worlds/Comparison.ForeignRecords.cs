using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class Comparison
{
    private const string When = "2026-01-01T10:00:00Z";

    private static readonly string[] NobodyNamed = [];

    /// <summary>Every other write on a record that the caller does not see, in whichever role may write it.</summary>
    private async Task ForeignRecordsAsync()
    {
        if (One(world.Incidents, incident => !oracle.Sees(incident)) is { } incident)
        {
            await SameIfPermittedAsync(Permission.CorrectIncident, "correctIncident", incident.Id, id => Correction(new { id }, incident.Version));
            await SameIfPermittedAsync(Permission.CorrectIncident, "correctIncident", incident.Reference, reference => Correction(new { reference }, incident.Version), Unknown(incident.Reference));
            await OnAnyAsync(incident.Id);
        }

        if (One(world.Referrals, referral => !oracle.Sees(referral)) is { } referral)
            await SameIfPermittedAsync(Permission.RateReferral, "rateReferral", referral.Id, id => new { idempotencyKey = Guid.NewGuid(), referral = id, expectedVersion = referral.Version, rating = "RED", rationale = "x" });
        if (One(world.Glasses, glass => !oracle.Sees(glass)) is { } glass)
            await SameIfPermittedAsync(Permission.ReviewBreakGlass, "reviewBreakGlass", glass.Id, id => new { idempotencyKey = Guid.NewGuid(), glass = id, expectedVersion = 1, verdict = "JUSTIFIED", note = "x" });
        if (One(world.Kids, kid => kid.Id.Length > 0 && !oracle.Sees(kid)) is { } child)
        {
            await OnAnyAsync(child.Id);
            await OnChildAsync(child.Id);
        }
    }

    private async Task OnAnyAsync(string hidden)
    {
        await SameIfPermittedAsync(Permission.RestrictRecords, "restrictRecord", hidden, record => new { idempotencyKey = Guid.NewGuid(), record, named = NobodyNamed, reason = "x" });
        await SameIfPermittedAsync(Permission.RestrictRecords, "liftRestriction", hidden, record => new { idempotencyKey = Guid.NewGuid(), record, reason = "x" });
        await SameIfPermittedAsync(Permission.PlaceLegalHolds, "placeLegalHold", hidden, record => new { idempotencyKey = Guid.NewGuid(), record, reason = "x" });
    }

    private async Task OnChildAsync(string hidden)
    {
        var other = world.Councils.First(council => council != oracle.Agency);
        await SameIfPermittedAsync(Permission.TransferResponsibility, "transferResponsibility", hidden, child => new { idempotencyKey = Guid.NewGuid(), child, to = other, reason = "x" });
        await SameIfPermittedAsync(Permission.RecordEnrolment, "enrolChild", hidden, child => new { idempotencyKey = Guid.NewGuid(), child, at = world.School });
        await SameIfPermittedAsync(Permission.EndEnrolment, "endEnrolment", hidden, child => new { idempotencyKey = Guid.NewGuid(), child, at = oracle.Agency });
        await SameIfPermittedAsync(Permission.AnswerSubjects, "openSubjectReport", hidden, child => new { idempotencyKey = Guid.NewGuid(), child, requestedOn = "2026-01-01" });
        if (oracle.Role == Role.Administrator)
            return; // Declares a conflict on a child whom no administrator sees.
        await SameIfPermittedAsync(Permission.DeclareConflicts, "declareConflict", hidden, child => new { idempotencyKey = Guid.NewGuid(), child, worker = "somebody", reason = "x" });
        await SameIfPermittedAsync(Permission.DeclareConflicts, "endConflict", hidden, child => new { idempotencyKey = Guid.NewGuid(), child, worker = "somebody", reason = "x" });
    }

    private Task SameIfPermittedAsync(Permission permission, string mutation, string hidden, Func<string, object> input, string? nothing = null)
        => Grants.All[oracle.Role].Permits(permission) ? SameAsync(mutation, hidden, input, nothing ?? AnotherId(hidden)) : Task.CompletedTask;

    private object Correction(object by, int version) => new
    {
        idempotencyKey = Guid.NewGuid(),
        by,
        expectedVersion = version,
        reason = "x",
        kind = "NEGLECT",
        council = world.Councils[0],
        occurredAt = When,
        reportedAt = When,
        recordedAt = When,
        riskGrade = "HIGH",
        sharing = new { shared = true },
        persons = new[] { new { role = "VICTIM", givenName = "Ada", surname = "Test" } },
    };

    private static string Unknown(string reference) => $"{reference[..reference.LastIndexOf('/')]}/987654321";
}
