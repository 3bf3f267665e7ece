using System.Text.Json;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Demo;

/// <summary>What follows upon a live incident about a missing child: the report, the return, the interview. Nobody goes missing twice in one run.</summary>
internal sealed class MissingPlay(ReturnWork work, DemoScreen screen, Chance chance, TimeProvider clock)
{
    private readonly HashSet<(string, string, string)> gone = [];

    /// <returns>Null where nobody is missing.</returns>
    public FollowUp? Of(Family family, IncidentInput incident)
        => MissingMaker.Of(family, incident) is { } input && gone.Add((input.Child.GivenName, input.Child.Surname, input.Child.BornOn))
            ? Later(1, 5, token => ReportAsync(family, input, token)) : null;

    private FollowUp Later(int least, int most, Func<CancellationToken, Task<FollowUp?>> take)
        => new(TimeSpan.FromSeconds(chance.Between(least, most)), take);

    private async Task<FollowUp?> ReportAsync(Family family, ReportMissingInput input, CancellationToken cancellationToken)
    {
        var reply = await work.ReportAsync(family, input, cancellationToken);
        // Of an earlier run in the same folder, which was ended before the child was found.
        if (reply.Refusal?.StartsWith("ALREADY_EXISTS", StringComparison.Ordinal) == true)
            return null;
        return Show("MISSING", family, input, reply, "the council is told")
            ? Later(20, 90, token => FindAsync(family, input, EpisodeIn(reply), token)) : null;
    }

    private async Task<FollowUp?> FindAsync(Family family, ReportMissingInput input, JsonElement episode, CancellationToken cancellationToken)
    {
        var reply = await work.FindAsync(family, episode, clock.UtcInstant(), cancellationToken);
        return Show("FOUND", family, input, reply, "the council is told")
            ? Later(5, 30, token => OfferAsync(family, input, EpisodeIn(reply), token)) : null;
    }

    private async Task<FollowUp?> OfferAsync(Family family, ReportMissingInput input, JsonElement episode, CancellationToken cancellationToken)
    {
        var offeredAt = clock.UtcInstant();
        var reply = await work.InterviewAsync(family, episode, offeredAt, null, null, cancellationToken);
        return Show("INTERVIEW", family, input, reply, "offered")
            ? Later(10, 40, token => HearAsync(family, input, EpisodeIn(reply), offeredAt, token)) : null;
    }

    private async Task<FollowUp?> HearAsync(Family family, ReportMissingInput input, JsonElement episode, DateTime offeredAt, CancellationToken cancellationToken)
    {
        var accepts = chance.In(0.6);
        var reply = await work.InterviewAsync(
            family, episode, offeredAt, accepts ? InterviewAnswer.Accepted : InterviewAnswer.Declined, accepts ? clock.UtcInstant() : null, cancellationToken);
        _ = Show("INTERVIEW", family, input, reply, accepts ? "held" : "declined");
        return null;
    }

    private static JsonElement EpisodeIn(Reply reply) => reply.Payload.GetProperty("episode");

    /// <returns>Whether it was done.</returns>
    private bool Show(string what, Family family, ReportMissingInput input, Reply reply, string note)
    {
        screen.Show(new LiveEvent(what, family, input.Type, input.Risk, reply.Refusal ?? note));
        return reply.Refusal is null;
    }
}
