using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>
/// How many different records a reader is shown in an hour: against whoever reads the graph empty, one permitted request after the other. It is kept
/// for the person or system, whatever role it acts in.
/// </summary>
internal sealed partial class ObjectBudget(IOptions<ObjectBudgetOptions> options, TimeProvider clock, ContractMeter meter, ILogger<ObjectBudget> log)
{
    private readonly CountedReaders<HourOfReading> readers = new(clock);

    /// <summary>Before an answer to a query leaves.</summary>
    /// <exception cref="ReadRefusedException">It would show more records than the caller may be shown within an hour: none of it is.</exception>
    public void Spend(Caller caller, ShownRecords shown)
    {
        var (reader, minute) = ReaderOf(caller, shown);
        if (reader is null || reader.TryAdd(shown.Ids, minute, MostFor(caller.Role)))
            return;

        meter.Limited();
        if (reader.IsToBeAlerted(minute))
            LogSpent(caller.Role, caller.Agency.Value, CountedReaders<HourOfReading>.PseudonymOf(caller), MostFor(caller.Role) ?? 0);
        var wait = reader.MinutesUntilFirstLeaves(minute) is { } minutes ? $", or wait: the first that you were shown counts no more in {minutes} min" : "";
        throw new ReadRefusedException(
            ErrorCode.RateLimited, $"With this answer you would be shown more than {MostFor(caller.Role)} records within an hour. Ask for fewer{wait}.");
    }

    /// <summary>What the answer to a mutation shows: it counts, and is never refused. What was written must be acknowledged.</summary>
    public void Note(Caller caller, ShownRecords shown)
    {
        var (reader, minute) = ReaderOf(caller, shown);
        _ = reader?.TryAdd(shown.Ids, minute, null);
    }

    private (HourOfReading? Reader, long Minute) ReaderOf(Caller caller, ShownRecords shown)
    {
        var minute = readers.Minute;
        return (shown.Ids.Count == 0 || MostFor(caller.Role) is null ? null : readers.Of(caller, minute), minute);
    }

    private int? MostFor(Role role)
    {
        var most = role.IsSystem() ? options.Value.SystemRecordsAnHour : options.Value.PersonRecordsAnHour;
        return most == 0 ? null : most;
    }

    [LoggerMessage(7301, LogLevel.Warning, "A {Role} of {Agency} has spent the budget of {Most} records an hour. SHA-256 of agency/subject begins with {Pseudonym}")]
    private partial void LogSpent(Role role, string agency, string pseudonym, int most);
}
