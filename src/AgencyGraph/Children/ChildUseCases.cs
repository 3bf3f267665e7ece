using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The use cases that write on children.</summary>
public static class ChildUseCases
{
    public static IServiceCollection AddChildUseCases(this IServiceCollection services) => services
        .AddScoped<IUseCase<RecordChildInput>, RecordChild>()
        .AddScoped<IUseCase<Located<AllocateWorkerInput, ChildId>>, AllocateWorker>()
        .AddScoped<IUseCase<Located<SetSafeAddressInput, ChildId>>, SetSafeAddress>()
        .AddScoped<IUseCase<Located<TransferResponsibilityInput, ChildId>>, TransferResponsibility>()
        .AddScoped<IRecordsOfChildren, ChildrenThemselves>()
        .AddScoped<SightChanges>()
        .AddScoped<IReasonForTie, OwnRecord>()
        .AddSingleton<IKeptRecords, RecordsOfCouncils>()
        .AddScoped<TieEndings>();
}
