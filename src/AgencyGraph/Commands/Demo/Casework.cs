using System.Text.Json;
using AgencyGraph.Commands.Demo.Region;

namespace AgencyGraph.Commands.Demo;

/// <summary>Referrals, as a force makes them and a council's hub works through them.</summary>
internal sealed class Casework(Exchange exchange)
{
    private const string Rationale = "As the police notice and the council's own history of the family stand today.";

    /// <param name="incident">As the force's system read it back when it recorded it.</param>
    public Task<Reply> MakeReferralAsync(Family family, JsonElement incident, CancellationToken cancellationToken)
        => exchange.SendAsync(Sender.PoliceSystem(family.Council.Force), ExchangeDocuments.MakeReferral, new
        {
            idempotencyKey = Guid.NewGuid(),
            to = family.Council.Code,
            primaryNeed = "ABUSE_OR_NEGLECT",
            children = incident.GetProperty("children").EnumerateArray().Select(part => part.GetProperty("child").GetProperty("id").GetString()),
            incidents = new[] { incident.GetProperty("id").GetString() },
            reason = "The incident, and what is known of earlier ones, suggest that the children need the council's help.",
        }, cancellationToken);

    /// <param name="referral">As the last step's answer had it.</param>
    public Task<Reply> AcknowledgeAsync(Family family, JsonElement referral, CancellationToken cancellationToken)
        => exchange.SendAsync(Sender.Hub(family.Council.Code), ExchangeDocuments.AcknowledgeReferral, new
        {
            idempotencyKey = Guid.NewGuid(),
            referral = IdOf(referral),
            expectedVersion = VersionOf(referral),
        }, cancellationToken);

    public Task<Reply> RateAsync(Family family, JsonElement referral, string rating, CancellationToken cancellationToken)
        => exchange.SendAsync(Sender.Hub(family.Council.Code), ExchangeDocuments.RateReferral, new
        {
            idempotencyKey = Guid.NewGuid(),
            referral = IdOf(referral),
            expectedVersion = VersionOf(referral),
            rating,
            rationale = Rationale,
        }, cancellationToken);

    public Task<Reply> DecideAsync(Family family, JsonElement referral, string outcome, CancellationToken cancellationToken)
        => exchange.SendAsync(Sender.Hub(family.Council.Code), ExchangeDocuments.DecideReferral, new
        {
            idempotencyKey = Guid.NewGuid(),
            referral = IdOf(referral),
            expectedVersion = VersionOf(referral),
            outcome,
            rationale = Rationale,
        }, cancellationToken);

    private static string? IdOf(JsonElement record) => record.GetProperty("id").GetString();

    private static int VersionOf(JsonElement record) => record.GetProperty("version").GetInt32();
}
