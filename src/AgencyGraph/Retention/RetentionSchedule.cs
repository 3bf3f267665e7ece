using AgencyGraph.Agencies;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Retention;

/// <summary>For how long each controller keeps each kind of record: by its own figure, else by the one that is built in.</summary>
internal sealed class RetentionSchedule
{
    private readonly AgencyDirectory agencies;
    private readonly Dictionary<(RecordKind Record, AgencyCode Controller), RetentionPeriod> own;
    private readonly Dictionary<RecordKind, RetentionPeriod> usual;

    public RetentionSchedule(AgencyDirectory agencies, RetentionFigures figures, IOptions<RetentionOptions> options)
    {
        this.agencies = agencies;
        own = options.Value.Schedule.ToDictionary(
            each => (KindOf(each.Record), new AgencyCode(each.Agency)), each => new RetentionPeriod(each.RunsFrom, each.Years, each.Source));
        usual = figures.All.Where(figure => figure is { RecordKind: not null, RunsFrom: not null, Years: not null })
            .ToDictionary(figure => figure.RecordKind!.Value, figure => new RetentionPeriod(figure.RunsFrom!.Value, figure.Years!.Value, figure.Source)); // As asked for.
    }

    /// <summary>Which kind of agency answers for such records.</summary>
    public static AgencyKind AnsweringFor(RetainedKind kind) => kind is RetainedKind.Incident or RetainedKind.MissingEpisode ? AgencyKind.PoliceForce : AgencyKind.Council;

    /// <summary>Null where no figure holds: then nothing is put before anybody.</summary>
    public RetentionPeriod? Of(RecordKind record, AgencyCode controller) => own.GetValueOrDefault((record, controller)) ?? usual.GetValueOrDefault(record);

    /// <summary>Every controller of a kind of record, and for how long it keeps them.</summary>
    public IEnumerable<(AgencyCode Controller, RetentionPeriod Period)> Of(RecordKind record)
        => from agency in record is RecordKind.Incident or RecordKind.MissingEpisode ? agencies.Forces : agencies.Councils
           let period = Of(record, agency.Code)
           where period is not null
           select (agency.Code, period);

    private static RecordKind KindOf(RetainedKind kind) => kind switch
    {
        RetainedKind.Incident => RecordKind.Incident,
        RetainedKind.Referral => RecordKind.Referral,
        RetainedKind.MissingEpisode => RecordKind.MissingEpisode,
        _ => RecordKind.ChildRecord,
    };
}
