using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Contract.Engine;

/// <summary>An outcome with its record as read for each selection of it, by response key.</summary>
internal sealed record OutcomeInHand(int Index, Outcome Outcome, IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, Row>> Records)
{
    public Row? Record(string key) => Outcome.RecordId is { } id ? Records[key].GetValueOrDefault(id) : null;
}

/// <summary>A batch's outcomes, for each place where its results are selected.</summary>
internal sealed record BatchInHand(
    IReadOnlyList<Outcome> Outcomes, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, Row>>> Records)
{
    public IEnumerable<OutcomeInHand> Results(string key) => Outcomes.Select((outcome, index) => new OutcomeInHand(index, outcome, Records[key])).ToArray();
}
