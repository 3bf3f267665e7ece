namespace AgencyGraph.Agencies;

/// <summary>Every agency of the exchange, in memory: read once from the lists that are built in (see Data/README.md).</summary>
public sealed class AgencyDirectory
{
    private readonly Dictionary<AgencyCode, Agency> byCode;

    public AgencyDirectory()
    {
        Forces = [.. CsvTable.Read("forces.csv").Select(ToForce)];
        Councils = [.. CsvTable.Read("councils.csv").Select(ToCouncil)];
        All = [.. Forces, .. Councils];
        byCode = All.ToDictionary(agency => agency.Code);
    }

    public IReadOnlyList<Agency> All { get; }

    public IReadOnlyList<Agency> Councils { get; }

    public IReadOnlyList<Agency> Forces { get; }

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
