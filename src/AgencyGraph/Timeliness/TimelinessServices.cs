using AgencyGraph.Storage;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Timeliness;

/// <summary>Working days, the clocks that are built in, the deadlines that they make, and who watches these.</summary>
public static class TimelinessServices
{
    public static IServiceCollection AddTimeliness(this IServiceCollection services)
    {
        _ = services.AddOptions<TimelinessOptions>()
            .BindConfiguration("Timeliness", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.AreSane(), "Timeliness: LookEvery must be greater than zero and at most an hour.")
            .ValidateOnStart();
        return services
            .AddSingleton<BankHolidays>()
            .AddSingleton<WorkingDays>()
            .AddSingleton<ClockCatalogue>()
            .AddSingleton<IReferenceData, ClockRows>()
            .AddSingleton<ClockTimes>()
            .AddSingleton<DeadlineBook>()
            .AddHostedService<DeadlineWatch>();
    }
}
