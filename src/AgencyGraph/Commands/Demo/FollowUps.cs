using System.Text.Json;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Demo;

/// <summary>What follows upon a live incident: a withheld one is shared after all, one in some is corrected, one in some is referred.</summary>
internal sealed class FollowUps(Exchange exchange, Casework casework, DemoScreen screen, Chance chance)
{
    private static readonly string[] Ratings = ["GREEN", "AMBER", "AMBER", "RED"];
    private static readonly string[] Outcomes = ["NO_FURTHER_ACTION", "EARLY_HELP", "ASSESSMENT", "STRATEGY_DISCUSSION"];

    /// <param name="incident">As the force's system read it back.</param>
    /// <returns>Null where nothing follows.</returns>
    public FollowUp? Of(Family family, IncidentInput input, JsonElement incident)
    {
        if (!input.Sharing.Shared)
            return Later(15, 60, token => ShareAsync(family, input, incident, token));
        if (input.RiskGrade == EnumNames.NameOf(RiskGrade.High) ? chance.In(0.6) : chance.In(0.1))
            return Later(5, 20, token => ReferAsync(family, input, incident, token));
        return chance.In(0.05) ? Later(10, 60, token => CorrectAsync(family, input, token)) : null;
    }

    private FollowUp Later(int least, int most, Func<CancellationToken, Task<FollowUp?>> take)
        => new(TimeSpan.FromSeconds(chance.Between(least, most)), take);

    private async Task<FollowUp?> ShareAsync(Family family, IncidentInput input, JsonElement incident, CancellationToken cancellationToken)
    {
        var share = new
        {
            idempotencyKey = Guid.NewGuid(),
            by = new { id = incident.GetProperty("id").GetString() },
            expectedVersion = incident.GetProperty("version").GetInt32(),
        };
        var reply = await exchange.SendAsync(Sender.PoliceSystem(family.Council.Force), ExchangeDocuments.ShareIncident, share, cancellationToken);
        _ = Show("SHARED AFTER ALL", family, input, reply, "shared");
        return null;
    }

    private async Task<FollowUp?> CorrectAsync(Family family, IncidentInput input, CancellationToken cancellationToken)
    {
        var correction = IncidentMaker.Correct(input);
        var reply = await exchange.SendAsync(Sender.PoliceSystem(family.Council.Force), ExchangeDocuments.RecordIncident, correction, cancellationToken);
        _ = Show("CORRECTION", family, correction, reply, "shared");
        return null;
    }

    private async Task<FollowUp?> ReferAsync(Family family, IncidentInput input, JsonElement incident, CancellationToken cancellationToken)
    {
        var reply = await casework.MakeReferralAsync(family, incident, cancellationToken);
        return Show("REFERRAL", family, input, reply, "made")
            ? Later(5, 25, token => AcknowledgeAsync(family, input, ReferralIn(reply), token)) : null;
    }

    private async Task<FollowUp?> AcknowledgeAsync(Family family, IncidentInput input, JsonElement referral, CancellationToken cancellationToken)
    {
        var reply = await casework.AcknowledgeAsync(family, referral, cancellationToken);
        return Show("REFERRAL", family, input, reply, "acknowledged")
            ? Later(5, 30, token => RateAsync(family, input, ReferralIn(reply), token)) : null;
    }

    private async Task<FollowUp?> RateAsync(Family family, IncidentInput input, JsonElement referral, CancellationToken cancellationToken)
    {
        var rating = chance.Of(Ratings);
        var reply = await casework.RateAsync(family, referral, rating, cancellationToken);
        return Show("REFERRAL", family, input, reply, $"rated {rating}")
            ? Later(10, 60, token => DecideAsync(family, input, ReferralIn(reply), token)) : null;
    }

    private async Task<FollowUp?> DecideAsync(Family family, IncidentInput input, JsonElement referral, CancellationToken cancellationToken)
    {
        var outcome = chance.Of(Outcomes);
        _ = Show("REFERRAL", family, input, await casework.DecideAsync(family, referral, outcome, cancellationToken), $"decided: {outcome}");
        return null;
    }

    private static JsonElement ReferralIn(Reply reply) => reply.Payload.GetProperty("referral");

    /// <returns>Whether it was done.</returns>
    private bool Show(string what, Family family, IncidentInput input, Reply reply, string note)
    {
        screen.Show(new LiveEvent(what, family, input.Kind, input.RiskGrade, reply.Refusal ?? note));
        return reply.Refusal is null;
    }
}
