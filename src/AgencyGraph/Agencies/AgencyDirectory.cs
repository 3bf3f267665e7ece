using System.Collections.Frozen;

namespace AgencyGraph.Agencies;

/// <summary>
/// Every agency of the exchange, in memory: councils and forces, read once from the lists that are built in (see Data/README.md), and those
/// that were registered since.
/// </summary>
public sealed class AgencyDirectory
{
    private volatile FrozenDictionary<AgencyCode, Agency> byCode;

    public AgencyDirectory()
    {
        Forces = [.. CsvTable.Read("forces.csv").Select(ToForce)];
        Councils = [.. CsvTable.Read("councils.csv").Select(ToCouncil)];
        byCode = Forces.Concat(Councils).ToFrozenDictionary(agency => agency.Code);
    }

    public IReadOnlyList<Agency> All => byCode.Values;

    public IReadOnlyList<Agency> Councils { get; }

    public IReadOnlyList<Agency> Forces { get; }

    /// <summary>Takes in agencies that were registered; those that are known already stay as they are.</summary>
    public void Take(IReadOnlyCollection<Agency> registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        if (registered.All(agency => byCode.ContainsKey(agency.Code)))
            return;
        byCode = byCode.Values.Concat(registered).DistinctBy(agency => agency.Code).ToFrozenDictionary(agency => agency.Code);
    }

    /// <summary>Null when there is no such agency.</summary>
    public Agency? Find(AgencyCode code) => code.Value is null ? null : byCode.GetValueOrDefault(code);

    private static Agency ToForce(IReadOnlyDictionary<string, string> row) => new()
    {
        Code = new AgencyCode(row["code"]),
        Kind = AgencyKind.PoliceForce,
        Name = row["name"],
        ReferencePrefix = row["reference_prefix"],
    };

    private static Agency ToCouncil(IReadOnlyDictionary<string, string> row) => new()
    {
        Code = new AgencyCode(row["code"]),
        Kind = AgencyKind.Council,
        Name = row["official_name"],
        GssCode = row["gss_code"],
        Region = row["region"],
        ForceCode = new AgencyCode(row["police_force"]),
    };
}
