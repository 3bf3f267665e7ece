using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Enrolments;

/// <summary>Enrolments at schools and health bodies: their part of the graph and their use cases.</summary>
public static class EnrolmentServices
{
    public static IServiceCollection AddEnrolments(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, EnrolmentModule>()
        .AddScoped<IUseCase<Located<EnrolChildInput, ChildId>>, EnrolChild>()
        .AddScoped<IUseCase<Located<EndEnrolmentInput, ChildId>>, EndEnrolment>();
}
