using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>
/// How many updates a person is sent in an hour, over all their streams together: against whoever has the feed replayed again and again. Agencies'
/// record systems are sent what there is.
/// </summary>
internal sealed partial class UpdateBudget(IOptions<ObjectBudgetOptions> options, TimeProvider clock, ContractMeter meter, ILogger<UpdateBudget> log)
{
    private readonly CountedReaders<HourOfUpdates> people = new(clock);

    private int Most => options.Value.PersonUpdatesAnHour;

    /// <summary>Null for who is sent any number.</summary>
    /// <exception cref="ReadRefusedException">The budget is spent already.</exception>
    public IUpdateAllowance? Open(Caller caller)
    {
        if (Most == 0 || caller.Role.IsSystem())
            return null;

        var minute = people.Minute;
        var person = people.Of(caller, minute);
        if (person.Sum(minute) >= Most)
            throw Spent(caller, person, minute);
        return new Allowance(this, caller);
    }

    /// <summary>What an open stream ends with.</summary>
    public static ReadRefusedException Refusal()
        => new(ErrorCode.RateLimited, "You have been sent as many updates as you may be within an hour. The last cursor stays good: go on after it later.");

    private bool TrySpend(Caller caller)
    {
        var minute = people.Minute;
        var person = people.Of(caller, minute);
        if (person.TryAdd(minute, Most))
            return true;
        _ = Spent(caller, person, minute);
        return false;
    }

    private ReadRefusedException Spent(Caller caller, HourOfUpdates person, long minute)
    {
        meter.Limited();
        if (person.IsToBeAlerted(minute))
            LogSpent(caller.Role, caller.Agency.Value, CountedReaders<HourOfUpdates>.PseudonymOf(caller), Most);
        return Refusal();
    }

    [LoggerMessage(7302, LogLevel.Warning, "A {Role} of {Agency} has been sent the budget of {Most} updates an hour. SHA-256 of agency/subject begins with {Pseudonym}")]
    private partial void LogSpent(Role role, string agency, string pseudonym, int most);

    private sealed class Allowance(UpdateBudget budget, Caller caller) : IUpdateAllowance
    {
        public bool TrySpend() => budget.TrySpend(caller);
    }
}
