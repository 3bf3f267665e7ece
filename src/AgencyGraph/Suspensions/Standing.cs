using AgencyGraph.Contract;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>Whether those who come, and those who are connected, may go on.</summary>
internal sealed class Standing(ILiveSuspensions suspensions, SuspensionWatch watch) : IStanding
{
    public ValueTask<bool> IsSuspendedAsync(Bearer bearer, CancellationToken cancellationToken)
        => suspensions.ConcernAsync(bearer, cancellationToken);

    public IDisposable Watch(Bearer bearer, Action suspended) => watch.Watch(bearer, suspended);
}
