using AgencyGraph.Access;
using AgencyGraph.AccessHistory;
using AgencyGraph.BreakGlass;
using AgencyGraph.Commands.Hosting.Shutdown;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Feed;
using AgencyGraph.Ledger;
using AgencyGraph.Receipts;
using AgencyGraph.Retention;
using AgencyGraph.Timeliness;
using AgencyGraph.Transport;

namespace AgencyGraph.Commands.Hosting.Settings;

/// <summary>Every section that is the exchange's own. A new options class is one line here, or a test asks for it.</summary>
internal static class SettingsCatalogue
{
    public static IReadOnlyList<SettingsSection> Sections() =>
    [
        new("Access", typeof(AccessSection), AccessSettings.Usual),
        new("AccessHistory", typeof(AccessHistoryOptions)),
        new("Answers", typeof(AnswerOptions)),
        new("BreakGlass", typeof(BreakGlassOptions)),
        new("ConnectionStrings", typeof(ConnectionStringsSection)),
        new("DocumentAccess", typeof(DocumentAccessOptions)),
        new("Documents", typeof(DocumentOptions)),
        new("Feed", typeof(FeedOptions)),
        new("Ledger", typeof(LedgerOptions)),
        new("ObjectBudget", typeof(ObjectBudgetOptions)),
        new("Plans", typeof(PlanOptions)),
        new("Receipts", typeof(ReceiptOptions)),
        new("Retention", typeof(RetentionOptions)),
        new("Shutdown", typeof(ShutdownOptions)),
        new("Storage", typeof(StorageSection)),
        new("Timeliness", typeof(TimelinessOptions)),
        new("Transport", typeof(TransportOptions)),
    ];
}
