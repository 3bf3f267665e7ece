using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>From a bound input to outcomes, without the command's type.</summary>
public interface IMutationRunner
{
    Task<IReadOnlyList<Outcome>> RunAsync(IServiceProvider services, object input, Deed deed, CancellationToken cancellationToken);
}

/// <summary>Makes commands of an input and hands them to the writer.</summary>
internal sealed class MutationRunner<TCommand>(Func<object, IReadOnlyList<Keyed<TCommand>>> commands) : IMutationRunner
{
    public Task<IReadOnlyList<Outcome>> RunAsync(IServiceProvider services, object input, Deed deed, CancellationToken cancellationToken)
        => services.GetRequiredService<Writer>().RunAsync(services.GetRequiredService<IUseCase<TCommand>>(), commands(input), deed, cancellationToken);
}
