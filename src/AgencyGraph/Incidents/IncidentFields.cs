using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The root fields about incidents.</summary>
internal static class IncidentFields
{
    public static void Declare(GraphModel graph)
    {
        graph.Root(new LookupField("incident", Permission.ReadIncidents, "One incident.", typeof(IncidentGraph), ListFilter.Of<IncidentBy>(Conditions)));
        graph.Root(new ConnectionField("incidents", Permission.ReadIncidents, "The incidents that you may see.", typeof(IncidentGraph), IncidentGraph.Listing));
        graph.Root(MutationField.Of<IncidentInput, IncidentToRecord>(
            "recordIncident", Permission.RecordIncident, "Records an incident of your force, as it happens.", typeof(IncidentGraph), "incident",
            input => new(input.IdempotencyKey, new(input, IngestMode.Live))));
        graph.Root(BatchMutationField.Of<RecordIncidentsInput, IncidentToRecord>(
            "recordIncidents", Permission.RecordIncident, "Records a backlog of incidents of your force.", typeof(IncidentGraph), "incident", Commands));
        graph.Root(MutationField.Of<CorrectIncidentInput, Located<CorrectIncidentInput, IncidentId>>(
            "correctIncident", Permission.CorrectIncident, "Corrects an incident of your force: the whole of it anew.", typeof(IncidentGraph), "incident",
            input => new(input.IdempotencyKey, new(input, input.By.Id))));
        graph.Root(MutationField.Of<ShareIncidentInput, Located<ShareIncidentInput, IncidentId>>(
            "shareIncident", Permission.ShareIncident, "Shares an incident of your force that was withheld.", typeof(IncidentGraph), "incident",
            input => new(input.IdempotencyKey, new(input, input.By.Id))));
        graph.Root(MutationField.Of<WithholdIncidentInput, Located<WithholdIncidentInput, IncidentId>>(
            "withholdIncident", Permission.WithholdIncident, "Withholds an incident of your force. Children Act 2004 s.16LA(3).", typeof(IncidentGraph), "incident",
            input => new(input.IdempotencyKey, new(input, input.By.Id))));
    }

    private static Keyed<IncidentToRecord>[] Commands(RecordIncidentsInput batch)
        => batch.IngestMode is not (IngestMode.Replay or IngestMode.Backfill)
            ? throw new ReadRefusedException(ErrorCode.InvalidInput,
                "A batch comes in as REPLAY or BACKFILL: what is sent as it is recorded is sent by itself, with recordIncident.")
            : batch.Items.Count is >= 1 and <= RecordIncidentsInput.MaxItems ? [.. batch.Items.Select(item => new Keyed<IncidentToRecord>(item.IdempotencyKey, new(item, batch.IngestMode)))]
            : throw new ReadRefusedException(ErrorCode.InvalidInput, $"A batch takes 1 to {RecordIncidentsInput.MaxItems} items.");

    private static IEnumerable<FilterCondition> Conditions(IncidentBy by)
    {
        if (by.Id is { } id)
            yield return FilterCondition.Of<Incident>(Detail.Open, incident => incident.Id == id);
        if (by.Reference is { } text)
        {
            var reference = ForceReference.FromStore(text);
            yield return FilterCondition.Of<Incident>(Detail.IncidentNotice, incident => incident.Reference == reference);
        }
    }
}
