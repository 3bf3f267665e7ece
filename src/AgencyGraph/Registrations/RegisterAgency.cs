using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Registrations;

/// <summary>An administrator takes a school or a health body into the directory. The outcome names the registration.</summary>
public sealed class RegisterAgency : IUseCase<RegisterAgencyInput>
{
    public string Operation => "registerAgency";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<RegisterAgencyInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await RegisterAsync(session, input, cancellationToken));
        return outcomes;
    }

    private static async Task<Outcome> RegisterAsync(WriteSession session, RegisterAgencyInput input, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        if (AgencyRules.Read(input, session.Deed.At, faults) is not { } agency)
            return Outcome.Refused(faults.Refusals);

        // Two codes that differ in case alone would be taken for each other; the directory is small.
        var codes = await session.Db.Set<Agency>().Select(known => known.Code).ToListAsync(cancellationToken);
        if (codes.Any(code => string.Equals(code.Value, agency.Code.Value, StringComparison.OrdinalIgnoreCase)))
            return Outcome.Refused(RefusalCode.AlreadyExists, "There is an agency of this code already.", "code");

        _ = session.Db.Add(agency);
        return Registered(session, agency.Code);
    }

    internal static Outcome Registered(WriteSession session, AgencyCode agency)
    {
        var registration = new AgencyRegistration
        {
            Id = AgencyRegistrationId.New(),
            AgencyCode = agency,
            ByAgencyCode = session.Deed.Caller.Agency,
            By = session.Deed.Caller.Subject,
            At = session.Deed.At,
        };
        _ = session.Db.Add(registration);
        return Outcome.Recorded(registration.Id.Value);
    }
}
