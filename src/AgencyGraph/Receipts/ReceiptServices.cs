using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;

namespace AgencyGraph.Receipts;

/// <summary>
/// Receipts: their part of the graph, their use cases, and who notes what arrived and what is overdue. What was sent is
/// told by each <see cref="ISentRecords"/>.
/// </summary>
public static class ReceiptServices
{
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        _ = services.AddOptions<ReceiptOptions>()
            .BindConfiguration("Receipts", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "Receipts: every time must be greater than zero, and HoldDays 0 to 36500.")
            .ValidateOnStart();
        return services
            .AddSingleton<IGraphModule, ReceiptModule>()
            .AddSingleton<IFeedHold, WaitingDeliveries>()
            .AddSingleton<OpenLinks>()
            .AddSingleton<LinkUpkeep>()
            .AddSingleton<ReceiptCount>()
            .AddScoped<IUseCase<AcknowledgeUpdatesInput>>(provider => new AcknowledgeUpdates(
                provider.GetRequiredService<HandedCursors>(), provider.GetRequiredService<ReceiptCount>(), provider.GetServices<ISentRecords>()))
            .AddScoped<IUseCase<DesignateReceiverInput>, DesignateReceiver>()
            .AddHostedService<DeliveryNotes>()
            .AddHostedService<OverdueWatch>()
            .AddHostedService<ExpiryWatch>();
    }
}
