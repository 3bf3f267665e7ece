using AgencyGraph.AccessHistory;
using AgencyGraph.Agencies;
using AgencyGraph.BreakGlass;
using AgencyGraph.Children;
using AgencyGraph.Conflicts;
using AgencyGraph.Contract;
using AgencyGraph.Enrolments;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Ledger;
using AgencyGraph.Missing;
using AgencyGraph.Receipts;
using AgencyGraph.Referrals;
using AgencyGraph.Registrations;
using AgencyGraph.Restrictions;
using AgencyGraph.Retention;
using AgencyGraph.Suspensions;
using AgencyGraph.Timeliness;
using AgencyGraph.Upkeep;

namespace AgencyGraph;

/// <summary>The parts of which the graph is made, each by its folder's one extension: enough to print the contract, with no database and no settings.</summary>
internal static class GraphParts
{
    public static void Add(IServiceCollection services) => _ = services
        .AddAgencies()
        .AddLedger()
        .AddUpkeep()
        .AddFeed()
        .AddTimeliness()
        .AddContract()
        .AddSuspensions()
        .AddReceipts()
        .AddChildren()
        .AddIncidents()
        .AddMissing()
        .AddReferrals()
        .AddRestrictions()
        .AddRegistrations()
        .AddEnrolments()
        .AddConflicts()
        .AddBreakGlass()
        .AddAccessHistory()
        .AddRetention();
}
