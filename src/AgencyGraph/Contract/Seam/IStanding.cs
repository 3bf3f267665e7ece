using AgencyGraph.Visibility;

namespace AgencyGraph.Contract;

/// <summary>Whether somebody with a good token may use it: an administrator's suspension outweighs what a token says.</summary>
public interface IStanding
{
    /// <summary>As the database has it at this instant.</summary>
    ValueTask<bool> IsSuspendedAsync(Bearer bearer, CancellationToken cancellationToken);

    /// <summary>Calls <paramref name="suspended"/> once, within two seconds of the bearer's suspension; disposed, it calls no more.</summary>
    IDisposable Watch(Bearer bearer, Action suspended);
}
