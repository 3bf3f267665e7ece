using System.Text.Json.Nodes;
using AgencyGraph.Tests.Retention;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class Comparison
{
    /// <summary>The one record that a review is of.</summary>
    public static string RecordOf(JsonNode review)
        => EndOfTime.Text((review["incident"] ?? review["childRecord"] ?? review["referral"] ?? review["missingEpisode"])?["id"]);

    /// <summary>Holds and reviews, by list and by id; and what was erased, by its id.</summary>
    private async Task RetentionAsync()
    {
        foreach (var hold in world.Holds)
        {
            var found = await caller.SeesAsync(hold.Id);
            Compare($"node LegalHold {hold.Id}", oracle.Sees(hold), found);
        }

        foreach (var gone in Some(world.Erased, 3))
            Compare($"node {gone}, erased", false, await caller.SeesAsync(gone));
        if (!oracle.AnswersForRecords)
        {
            await ForbiddenAsync("retentionReviews");
            await ForbiddenAsync("legalHolds");
            return;
        }

        var data = await caller.DataAsync("{ legalHolds(first: 100) { totalCount nodes { id by liftedAt } } }");
        var holds = world.Holds.Where(oracle.Sees).OrderByDescending(hold => hold.MadeIn).ToArray();
        Compare("legalHolds.totalCount", holds.Length, data["legalHolds"]!["totalCount"]);
        Compare("legalHolds, which", Lines(holds.Select(hold => $"{hold.Id} {hold.Subject} {hold.IsLifted}")), Lines(data["legalHolds"]!["nodes"]!.AsArray()
            .Select(node => $"{EndOfTime.Text(node!["id"])} {EndOfTime.Text(node["by"])} {node["liftedAt"] is not null}")));
        Compare(
            "retentionReviews, which", Lines(world.All.Where(oracle.IsPutBefore).Select(Rendering.IdOf).Order(StringComparer.Ordinal)),
            Lines((await caller.ReviewsAsync()).Select(review => RecordOf(review!)).Order(StringComparer.Ordinal)));
    }

    private async Task ForbiddenAsync(string list)
    {
        var answer = await caller.AskAsync($"{{ {list}(first: 1) {{ totalCount }} }}");
        Compare($"{list}, forbidden", "FORBIDDEN", answer["errors"]?[0]?["extensions"]?["code"]);
    }

    private static JsonArray Lines(IEnumerable<string> lines) => Ids(lines);
}
