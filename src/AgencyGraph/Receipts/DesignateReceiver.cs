using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>
/// An agency's system says which of the agency's systems acknowledges for it. Never a screen: that an update was shown is no proof that
/// the agency has it. What was acknowledged before counts only once the new receiver acknowledges: each is judged by what it was sent itself, and
/// nothing waits that it may not see.
/// </summary>
public sealed class DesignateReceiver(IEnumerable<ISentRecords> sent) : IUseCase<DesignateReceiverInput>
{
    public string Operation => "designateReceiver";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<DesignateReceiverInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await DesignateAsync(session, input.Consumer, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> DesignateAsync(WriteSession session, string consumer, CancellationToken cancellationToken)
    {
        var agency = session.Deed.Caller.Agency;
        if (!WorkerName.IsPossible(consumer))
            return Outcome.Refused(RefusalCode.InvalidInput, "The consumer cannot be the name in a token.", "consumer");

        var roles = await session.Db.Set<Acknowledgement>().AsNoTracking()
            .Where(row => row.AgencyCode == agency && row.Subject == consumer)
            .Select(row => row.Role).ToListAsync(cancellationToken);
        if (roles.Count == 0)
            return Outcome.Refused(
                RefusalCode.NotFound, "No consumer of this name has acknowledged updates for your agency. Let it acknowledge once.", "consumer");
        if (roles.Where(SystemRoles.IsSystem).Select(role => (Role?)role).FirstOrDefault() is not { } role)
            return Outcome.Refused(
                RefusalCode.InvalidInput, "The consumer is a person's. Only a system can acknowledge for the agency.", "consumer");

        var receiver = await session.Db.FindAsync<Receiver>([agency], cancellationToken);
        if (receiver?.Subject == consumer)
            return Outcome.Refused(RefusalCode.AlreadyExists, "This system acknowledges for your agency already.", "consumer");

        if (receiver is null)
            _ = session.Db.Add(new Receiver { AgencyCode = agency, Subject = consumer, ReceivedFrom = 0, ReceivedUpTo = 0 });
        else
            (receiver.Subject, receiver.ReceivedFrom, receiver.ReceivedUpTo) = (consumer, 0, 0);
        var outcome = Record(session, consumer);
        // Saved first: whoever restricts something now waits here, or was waited for.
        await session.SaveAsync(cancellationToken);
        foreach (var feature in sent)
            await feature.FollowReceiverAsync(session, new Caller(consumer, agency, role, Grants.Of(role).Purposes[0]), cancellationToken);
        return outcome;
    }

    private static Outcome Record(WriteSession session, string consumer)
    {
        var designation = new ReceiverDesignation
        {
            Id = ReceiverDesignationId.New(),
            AgencyCode = session.Deed.Caller.Agency,
            Subject = consumer,
            By = session.Deed.Caller.Subject,
            DesignatedAt = session.Deed.At,
        };
        _ = session.Db.Add(designation);
        return Outcome.Recorded(designation.Id.Value);
    }
}
