using AgencyGraph.Agencies;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>The resolvers of Query's fields: each reads its whole tree at once.</summary>
internal sealed class RootReads(GraphModel model, InputBinder binder)
{
    /// <summary>Which permission reads records of each node type.</summary>
    private static readonly Dictionary<RecordKind, Permission> NodePermissions = new()
    {
        [RecordKind.Child] = Permission.ReadChildren,
        [RecordKind.ChildRecord] = Permission.ReadChildren,
        [RecordKind.Incident] = Permission.ReadIncidents,
        [RecordKind.Referral] = Permission.ReadReferrals,
        [RecordKind.AccessDecision] = Permission.ReadAccessDecisions,
        [RecordKind.Link] = Permission.ReadLinks,
        [RecordKind.Acknowledgement] = Permission.AcknowledgeUpdates,
        [RecordKind.ReceiverDesignation] = Permission.DesignateReceiver,
        [RecordKind.RestrictionDecision] = Permission.RestrictRecords,
        [RecordKind.ConflictDecision] = Permission.DeclareConflicts,
        [RecordKind.AgencyRegistration] = Permission.RegisterAgencies,
        [RecordKind.RetentionReview] = Permission.ReadRetentionReviews,
        [RecordKind.LegalHold] = Permission.PlaceLegalHolds,
        [RecordKind.ChildAccess] = Permission.ReadAccessHistory,
        [RecordKind.AccessAlert] = Permission.ReadLedger,
        [RecordKind.SubjectReport] = Permission.AnswerSubjects,
        [RecordKind.BreakGlass] = Permission.ReadBreakGlass,
        [RecordKind.Deadline] = Permission.ReadDeadlines,
        [RecordKind.MissingEpisode] = Permission.ReadMissing,
    };

    public static Permission PermissionFor(DeclaredType graph) => NodePermissions[((IRecordGraph)graph).Kind];

    private static readonly ListFilter ByCode = ListFilter.Of<AgencyCode>(code => [FilterCondition.Of<Agency>(Detail.Open, agency => agency.Code == code)]);

    public async Task<object?> LookupAsync(LookupField field, IResolveFieldContext context)
    {
        var operation = Gate.Enter(context, field.Permission);
        var by = binder.BindSought(field.Lookup.Input, context.GetArgument<IDictionary<string, object?>>("by"));
        return await operation.Records.FindAsync(Selections(context).Below(model.Of(field.Graph), context.FieldAst), field.Lookup, by, context.CancellationToken);
    }

    public async Task<object?> ConnectionAsync(ConnectionField field, IResolveFieldContext context)
    {
        var operation = Gate.EnterToSearch(context, field.Permission);
        var (graph, selections) = (model.Of(field.Graph), Selections(context));
        return await operation.Records.PageAsync(
            graph, selections.ConnectionBelow(graph, context.FieldAst), selections.Page(field.Listing, context.FieldAst), field.Listing, field.Name, context.CancellationToken);
    }

    /// <summary>A record by its opaque id. An id that is none, of another type, of no record or of a hidden one: null.</summary>
    public async Task<object?> NodeAsync(IResolveFieldContext context)
    {
        var operation = (OperationContext)context.UserContext;
        var caller = operation.Caller;
        if (!NodeId.TryDecode(context.GetArgument<string>("id"), out var tag, out var id) || model.ByTag(tag) is not { } graph)
            return null;
        if (!Grants.Of(caller.Role, caller.Purpose).Permits(PermissionFor(graph)))
            return null;

        var rows = await operation.Records.ByIdsAsync(Selections(context).Below(graph, context.FieldAst), [id], context.CancellationToken);
        return rows.GetValueOrDefault(id);
    }

    public async Task<object?> MeAsync(IResolveFieldContext context)
    {
        var operation = Gate.Enter(context, Permission.ReadOwnIdentity);
        var agencies = new Dictionary<string, Row?>();
        foreach (var (key, selection) in Selections(context).OfField(MeType.Name, "agency", model.Of<AgencyBodyGraph>(), context.FieldAst))
            agencies[key] = await operation.Records.FindAsync(selection, ByCode, operation.Caller.Agency, context.CancellationToken);
        return new CallerInHand(operation.Caller, agencies);
    }

    private SelectionReader Selections(IResolveFieldContext context) => new(model, binder, DocumentInHand.Of(context));
}
