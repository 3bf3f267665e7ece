using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Region;
using AgencyGraph.Contract;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Benchmarks.Load;

/// <summary>The workloads over the region: asked by a hub practitioner of each council, about children whom the hub knows.</summary>
internal static class Questions
{
    private const int ManyChildren = 20_000;

    public static IReadOnlyList<Question> Of(string file, Uri product, Uri limit, Tokens tokens)
    {
        var known = Known(file);
        var tokenOf = known.Select(child => child.Council).Distinct().ToDictionary(council => council, council => tokens.Of("hub-practitioner", council));
        return
        [
            new Question("Q1, a child with incidents and referrals", product, limit,
                [.. known.Select(child => (
                    LoadRequest.Graph(product, tokenOf[child.Council], Reads.OneChild, new { id = child.Id }),
                    LoadRequest.Get(limit, $"/q1/{child.Council}/{child.Id}")))],
                LeastRate: 0.5, MostCpu: 2.0),
            new Question("Q2, 50 children with theirs", product, limit,
                [.. tokenOf.Select(council => (
                    LoadRequest.Graph(product, council.Value, Reads.FirstChildren, new { first = 50 }),
                    LoadRequest.Get(limit, $"/q2/{council.Key}")))],
                LeastRate: 0.6, MostCpu: 1.6),
            new Question("Q3, nothing at all", product, limit,
                [.. tokenOf.Values.Select(token => (LoadRequest.Graph(product, token, "{ __typename }", null), LoadRequest.Get(limit, "/q3")))],
                LeastRate: 0.6, MostCpu: null),
        ];
    }

    private static List<(string Council, string Id)> Known(string file)
    {
        using var connection = new SqliteConnection(RegionFile.ConnectionString(file, SqliteOpenMode.ReadWrite));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT holder, child_id FROM relationships WHERE kind = 'HUB_AREA' ORDER BY substr(child_id, 12) LIMIT $most";
        _ = command.Parameters.AddWithValue("$most", ManyChildren);
        using var reader = command.ExecuteReader();
        var known = new List<(string, string)>();
        while (reader.Read())
            known.Add((reader.GetString(0), NodeId.Encode('c', new Guid(reader.GetFieldValue<byte[]>(1), bigEndian: true))));
        return known;
    }
}
