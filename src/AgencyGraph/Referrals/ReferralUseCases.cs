using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Referrals;

/// <summary>The use cases that write on referrals.</summary>
public static class ReferralUseCases
{
    public static IServiceCollection AddReferralUseCases(this IServiceCollection services) => services
        .AddScoped<IUseCase<ReferralToMake>, MakeReferral>()
        .AddScoped<IUseCase<Located<AcknowledgeReferralInput, ReferralId>>, AcknowledgeReferral>()
        .AddScoped<IUseCase<Located<RateReferralInput, ReferralId>>, RateReferral>()
        .AddScoped<IUseCase<Located<DecideReferralInput, ReferralId>>, DecideReferral>()
        .AddScoped<IRecordsOfChildren, ReferralsOfChildren>()
        .AddSingleton<IKeptRecords, KeptReferrals>()
        .AddScoped<IReasonForTie, ReceivedReferral>();
}
