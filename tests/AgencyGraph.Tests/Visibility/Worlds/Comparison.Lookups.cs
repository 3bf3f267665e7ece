using System.Text.Json.Nodes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class Comparison
{
    /// <summary>By every key that records have.</summary>
    private async Task LookupsAsync()
    {
        foreach (var kid in Some(world.Kids.Where(kid => kid.Id.Length > 0), 3))
        {
            await ByAsync("child", new { id = kid.Id }, oracle.Sees(kid) ? kid.Id : null);
            if (kid.Upn is not null && Details.Of(oracle.Role, Detail.Upn) == Shown.Always)
                await ByAsync("child", new { upn = kid.Upn }, SeesARecordOf(kid) ? kid.Id : null);
            if (kid.NhsNumber is not null && Details.Of(oracle.Role, Detail.NhsNumber) == Shown.Always)
                await ByAsync("child", new { nhsNumber = kid.NhsNumber }, SeesARecordOf(kid) ? kid.Id : null);
        }

        foreach (var record in Some(world.Records.Where(record => record.LocalReference is not null), 2))
            await ByAsync("child", new { local = new { agency = record.Agency, reference = record.LocalReference } }, oracle.Sees(record) && oracle.Sees(record.Kid) ? record.Kid.Id : null);

        foreach (var incident in Some(world.Incidents, 2))
        {
            await ByAsync("incident", new { id = incident.Id }, oracle.Sees(incident) ? incident.Id : null);
            await ByAsync("incident", new { reference = incident.Reference }, oracle.Sees(incident) ? incident.Id : null);
        }

        foreach (var episode in Some(world.Episodes, 2))
        {
            await ByAsync("missingEpisode", new { id = episode.Id }, oracle.Sees(episode) ? episode.Id : null);
            await ByAsync("missingEpisode", new { reference = episode.Reference }, oracle.Sees(episode) ? episode.Id : null);
        }

        foreach (var referral in Some(world.Referrals, 2))
            await ByAsync("referral", new { id = referral.Id }, oracle.Sees(referral) ? referral.Id : null);
    }

    private bool SeesARecordOf(Kid kid) => oracle.Sees(kid) && world.Records.Any(record => record.Kid == kid && oracle.Sees(record));

    private IEnumerable<T> Some<T>(IEnumerable<T> all, int count) => all.OrderBy(_ => random.Next()).Take(count);

    private async Task ByAsync(string field, object by, string? expected)
    {
        var input = $"{char.ToUpperInvariant(field[0])}{field[1..]}By";
        var answer = await caller.AskAsync($"query($by: {input}!) {{ {field}(by: $by) {{ id }} }}", new { by });
        var what = $"{field} by {by}";
        if (Details.HasRecords(oracle.Role))
            Compare(what, expected is null ? null : new JsonObject { ["id"] = expected }, answer["errors"] ?? answer["data"]?[field]);
        else
            Compare(what, "FORBIDDEN", answer["errors"]?[0]?["extensions"]?["code"]);
    }

    /// <summary>The same rows page by page, forwards and backwards and in the other order, with true flags.</summary>
    private async Task PagesAsync()
    {
        var kids = SeenKids.Select(kid => kid.Id).ToArray();
        Compare("children, in pages", Ids(kids), Ids(await PagesAsync("children", "first", "after")));
        Compare("children, in pages from the end", Ids(kids), Ids(await PagesAsync("children", "last", "before")));
        var incidents = SeenIncidents.Select(incident => incident.Id).ToArray();
        Compare("incidents, in pages, earliest first", Ids(incidents.Reverse()), Ids(await PagesAsync("incidents", "first", "after", "RECORDED_FIRST")));
        var episodes = SeenEpisodes.Select(episode => episode.Id).ToArray();
        Compare("missingEpisodes, in pages, earliest first", Ids(episodes.Reverse()), Ids(await PagesAsync("missingEpisodes", "first", "after", "STARTED_FIRST")));
        var referrals = SeenReferrals.Select(referral => referral.Id).ToArray();
        Compare("referrals, in pages from the end, earliest first", Ids(referrals.Reverse()), Ids(await PagesAsync("referrals", "last", "before", "RECEIVED_FIRST")));
    }

    private async Task<IReadOnlyList<string>> PagesAsync(string list, string size, string from, string? order = null)
    {
        var (declared, given) = order is null ? ("", "") : ($", $order: {char.ToUpperInvariant(list[0])}{list[1..^1]}Order", ", order: $order");
        var ids = new List<string>();
        string? cursor = null;
        while (ids.Count < 200)
        {
            var data = await caller.DataAsync(
                $"query($at: Cursor{declared}) {{ {list}({size}: 3, {from}: $at{given}) {{ pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} edges {{ node {{ id }} }} }} }}",
                new { at = cursor, order });
            var page = data[list]!; // A list is never null.
            var rows = page["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>());
            ids.InsertRange(size == "first" ? ids.Count : 0, rows);
            cursor = page["pageInfo"]![size == "first" ? "endCursor" : "startCursor"]?.GetValue<string>();
            if (!page["pageInfo"]![size == "first" ? "hasNextPage" : "hasPreviousPage"]!.GetValue<bool>())
                break;
        }

        return ids;
    }

    private async Task FiltersAsync()
    {
        await FilterAsync("incidents", "riskGrades: [HIGH]", Detail.IncidentSummary, SeenIncidents.Where(incident => incident.Risk == "HIGH").Select(incident => incident.Id));
        await FilterAsync("incidents", $"force: \"{world.Forces[0]}\"", Detail.IncidentNotice, SeenIncidents.Where(incident => incident.Force == world.Forces[0]).Select(incident => incident.Id));
        await FilterAsync("incidents", "reviewDueBy: \"2026-01-01\"", Detail.SharingDecision, SeenIncidents.Where(incident => !incident.IsShared).Select(incident => incident.Id));
        await FilterAsync("missingEpisodes", "isOpen: false", Detail.MissingNotice, SeenEpisodes.Where(episode => episode.IsFound).Select(episode => episode.Id));
        await FilterAsync("missingEpisodes", "risks: [HIGH]", Detail.MissingSummary, SeenEpisodes.Where(episode => episode.Risk == "HIGH").Select(episode => episode.Id));
        await FilterAsync(
            "missingEpisodes", "awaitsInterview: true", Detail.ReturnInterview,
            SeenEpisodes.Where(episode => episode.IsFound && episode.InterviewBy is null).Select(episode => episode.Id));
        await FilterAsync("referrals", "ratings: [RED]", Detail.ReferralSummary, SeenReferrals.Where(referral => referral.Rating == "RED").Select(referral => referral.Id));
        await FilterAsync("referrals", "stages: [CONTACT]", Detail.ReferralOutcome, SeenReferrals.Where(referral => referral.Stage == "CONTACT").Select(referral => referral.Id));
    }

    /// <summary>Who is shown a field on some rows only, or on none, may not sort the rows out by it.</summary>
    private async Task FilterAsync(string list, string filter, Detail detail, IEnumerable<string> expected)
    {
        var answer = await caller.AskAsync($"{{ {list}(filter: {{ {filter} }}) {{ totalCount nodes {{ id }} }} }}");
        if (Details.Of(oracle.Role, detail) != Shown.Always || (oracle.Role == Role.PoliceSystem && detail == Detail.ReferralOutcome))
        {
            Compare($"filter {filter}", "FILTER_FORBIDDEN", answer["errors"]?[0]?["extensions"]?["code"]);
            return;
        }

        var ids = expected.ToArray();
        var page = answer["data"]?[list];
        Compare($"filter {filter}", Ids(ids), Ids(page?["nodes"]?.AsArray().Select(node => node!["id"]!.GetValue<string>()) ?? [answer.ToJsonString()]));
        Compare($"filter {filter}, totalCount", ids.Length, page?["totalCount"]);
    }
}
