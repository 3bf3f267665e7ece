using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Deadlines;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Plans.Postgres;
using AgencyGraph.Contract.Plans.Sqlite;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AgencyGraph.Contract;

/// <summary>The graph: declarations, reads, writes and the engine at the edge.</summary>
public static class ContractServices
{
    /// <summary>More than the nesting of brackets that is let in can need, so that it never speaks first.</summary>
    private const int ParserDepth = 512;

    private static IServiceCollection AddPlanStore(this IServiceCollection services)
    {
        _ = services.AddOptions<PlanOptions>().BindConfiguration("Plans");
        return services.AddSingleton<PreparedConnections>().AddSingleton<IPlanStore>(provider => provider.GetService<NpgsqlDataSource>() is { } source
            ? new PostgresPlans(source)
            : new SqlitePlans(provider.GetRequiredService<PreparedConnections>()));
    }

    private static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        // An unknown name is most often a misspelt one, and a misspelt limit would silently not hold.
        _ = services.AddOptions<DocumentOptions>()
            .BindConfiguration("Documents", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "Documents: every limit must be greater than zero, and MaxNesting at most 100.")
            .ValidateOnStart();
        _ = services.AddOptions<DocumentAccessOptions>()
            .BindConfiguration("DocumentAccess", binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DocumentAccessOptions>, DocumentAccessCheck>()
            .AddSingleton<TrustedDocuments>()
            .AddSingleton<DocumentAccess>()
            .AddSingleton<DocumentDoor>()
            .AddSingleton<IDocumentBuilder>(new GraphQLDocumentBuilder { MaxDepth = ParserDepth })
            .AddSingleton<Documents>();
    }

    private static IServiceCollection AddDisclosure(this IServiceCollection services)
    {
        _ = services.AddOptions<ObjectBudgetOptions>()
            .BindConfiguration("ObjectBudget", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "ObjectBudget: a budget must be zero, for none, or greater.")
            .ValidateOnStart();
        _ = services.AddOptions<AnswerOptions>()
            .BindConfiguration("Answers", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "Answers: DatabaseWait must be greater than zero.")
            .ValidateOnStart();
        return services.AddSingleton<ObjectBudget>().AddSingleton<UpdateBudget>().AddSingleton<Disclosures>().AddSingleton<LedgerReading>();
    }

    public static IServiceCollection AddContract(this IServiceCollection services)
    {
        _ = services.AddDocuments().AddDisclosure();
        _ = services
            .AddMetrics()
            .AddSingleton<ContractMeter>()
            .AddWrites()
            .AddSingleton<IGraphModule, BasicsModule>()
            .AddSingleton<IGraphModule, DeadlineModule>()
            .AddSingleton<GraphModel>()
            .AddSingleton<IVisibleRecords, VisibleRecords>()
            .AddSingleton<GraphErrors>()
            .AddSingleton<PageCursors>()
            .AddSingleton<AnswerWriter>()
            .AddSingleton<GraphRunner>()
            .AddPlanStore()
            .AddSingleton<PlanCompiler>()
            .AddSingleton<PlannedDocuments>()
            .AddSingleton<DocumentCheck>()
            .AddSingleton<PlannedReads>()
            .AddSingleton<PlannedWrites>()
            .AddHostedService<WarmStart>()
            .AddSingleton<PlannedUpdates>()
            .AddSingleton<SharedSubscriptions>()
            .AddSingleton<Subscriptions>()
            .AddSingleton<UnseenDatabase>()
            .AddSingleton<IGraphService, GraphService>()
            .AddSingleton<GraphPrint>()
            .AddSingleton<GraphSchema>();
        return services.AddGraphQL(graph => graph
            .AddSelfActivatingSchema<GraphSchema>(GraphQL.DI.ServiceLifetime.Singleton)
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query)
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Subscription));
    }
}
