using System.Text.Json;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Missing;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Demo;

/// <summary>What forces and councils do about missing children, from the report to the return interview.</summary>
internal sealed class ReturnWork(Exchange exchange)
{
    private const string Risk = "Says that somebody older waits in a car near the school.";
    private const string Words = "I did not want to be at home that night. I stayed with a friend from school.";

    public Task<Reply> ReportAsync(Family family, ReportMissingInput input, CancellationToken cancellationToken)
        => exchange.SendAsync(Sender.PoliceSystem(family.Council.Force), ExchangeDocuments.ReportMissing, input, cancellationToken);

    /// <param name="episode">As the last step's answer had it.</param>
    public Task<Reply> FindAsync(Family family, JsonElement episode, DateTime at, CancellationToken cancellationToken)
        => exchange.SendAsync(Sender.PoliceSystem(family.Council.Force), ExchangeDocuments.ReportFound, new
        {
            idempotencyKey = Guid.NewGuid(),
            by = new { id = episode.GetProperty("id").GetString() },
            expectedVersion = episode.GetProperty("version").GetInt32(),
            found = MissingMaker.FoundAt(at),
        }, cancellationToken);

    /// <param name="answer">Null while the child has not answered.</param>
    /// <param name="heldAt">Null while it is not held.</param>
    public Task<Reply> InterviewAsync(
        Family family, JsonElement episode, DateTime offeredAt, InterviewAnswer? answer, DateTime? heldAt, CancellationToken cancellationToken)
        => exchange.SendAsync(Sender.CouncilSystem(family.Council.Code), ExchangeDocuments.RecordReturnInterview, new
        {
            idempotencyKey = Guid.NewGuid(),
            episode = episode.GetProperty("id").GetString(),
            expectedVersion = episode.GetProperty("version").GetInt32(),
            offeredAt = IncidentMaker.Text(offeredAt),
            answer = answer is { } said ? EnumNames.NameOf(said) : null,
            heldAt = heldAt is { } held ? IncidentMaker.Text(held) : null,
            isIndependent = heldAt is null ? (bool?)null : true,
            riskPoints = heldAt is null ? null : Risk,
            content = heldAt is null ? null : Words,
        }, cancellationToken);
}
