using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Receipts;

namespace AgencyGraph.Missing;

/// <summary>Writes accepted reports, and tells what changed by them for whom.</summary>
public sealed class EpisodeFilings(IChildMatcher matcher, TieEndings endings, OpenLinks links, SightChanges sights)
{
    /// <param name="rounds">Files some reports after others, each episode once in a round.</param>
    internal async Task FileAsync(WriteSession session, Func<EpisodeFiling, Task> rounds, CancellationToken cancellationToken)
    {
        var watch = sights.Watch(session);
        var filing = new EpisodeFiling(session, matcher, links, watch);
        await rounds(filing);
        await endings.EndAsync(session, filing.Lost, cancellationToken);
        await watch.TellAsync(null, cancellationToken);
    }
}
