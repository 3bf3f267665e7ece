using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// A council sets the safe address in its own record of a child. Nothing is announced: the mere fact of a move must not reach others.
/// The outcome names the child.
/// </summary>
public sealed class SetSafeAddress(IVisibleRecords records) : IUseCase<Located<SetSafeAddressInput, ChildId>>
{
    public string Operation => "setSafeAddress";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<SetSafeAddressInput, ChildId>> inputs, CancellationToken cancellationToken)
    {
        var council = session.Deed.Caller.Agency;
        var ids = inputs.Select(input => input.Id.GetValueOrDefault()).Distinct().ToList();
        var own = await records.Of<ChildRecord>(session.Db, session.Deed.Caller).AsTracking()
            .Where(record => record.AgencyCode == council && ids.Contains(record.ChildId)).ToListAsync(cancellationToken);
        return [.. inputs.Select(input => Move(input.Input, [.. own.Where(record => record.ChildId == input.Id)]))];
    }

    private static Outcome Move(SetSafeAddressInput input, List<ChildRecord> own)
    {
        var faults = new Faults();
        var address = AddressRules.Read(input.Address, FieldPath.Input["address"], faults);
        if (faults.Any || address is null)
            return Outcome.Refused(faults.Refusals);
        if (own.Count == 0)
            return Outcome.Refused(RefusalCode.NotFound, "The council has no record of such a child.", "child");

        if (input.LocalReference is not null)
            own = [.. own.Where(record => record.LocalReference?.Value == input.LocalReference)];
        if (own is not [var record])
            return own.Count == 0
                ? Outcome.Refused(RefusalCode.NotFound, "The council has no record of the child under this reference.", "localReference")
                : Outcome.Refused(RefusalCode.InvalidInput,
                    "The council holds several records of the child; name one by its reference.", "localReference");
        if (record.Version != input.ExpectedVersion)
            return Outcome.VersionConflict("The record has changed since it was read.", record.Version, "expectedVersion");

        record.MoveTo(address);
        return Outcome.Changed(record.ChildId.Value);
    }
}
