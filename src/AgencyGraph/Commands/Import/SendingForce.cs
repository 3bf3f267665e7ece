using AgencyGraph.Agencies;

namespace AgencyGraph.Commands.Import;

/// <summary>The force whose extract it is, with what every one of its references begins with (<c>GMP</c>).</summary>
internal sealed record SendingForce(string Code, string ReferencePrefix)
{
    private const string List = "AgencyGraph.Agencies.Data.forces.csv";

    public static SendingForce? Find(string code)
    {
        using var list = typeof(Agency).Assembly.GetManifestResourceStream(List)
            ?? throw new InvalidOperationException($"{List} is not embedded.");
        using var reader = new StreamReader(list);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(',') is [var each, .., var prefix] && each == code)
                return new SendingForce(code, prefix);
        }

        return null;
    }
}
