using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Registrations;

/// <summary>An administrator says how an agency's safeguarding duty is reached. The outcome names the registration.</summary>
public sealed class SetAgencyContact : IUseCase<SetAgencyContactInput>
{
    public string Operation => "setAgencyContact";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<SetAgencyContactInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await SetAsync(session, input, cancellationToken));
        return outcomes;
    }

    private static async Task<Outcome> SetAsync(WriteSession session, SetAgencyContactInput input, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var contact = AgencyRules.Contact.Require(input.Contact, FieldPath.Input["contact"], faults);
        if (faults.Any || contact is null)
            return Outcome.Refused(faults.Refusals);
        if (await session.Db.FindAsync<Agency>([input.Agency], cancellationToken) is not { } agency)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such agency; `agencies` lists them.", "agency");

        agency.Contact = contact;
        return RegisterAgency.Registered(session, agency.Code);
    }
}
