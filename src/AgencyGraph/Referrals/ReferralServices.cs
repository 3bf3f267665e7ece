using AgencyGraph.Children;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Referrals;

/// <summary>Referrals: their part of the graph and their use cases.</summary>
public static class ReferralServices
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, ReferralModule>()
        .AddSingleton<IChildrenOfRecords, ChildrenOfReferrals>()
        .AddReferralUseCases();
}
