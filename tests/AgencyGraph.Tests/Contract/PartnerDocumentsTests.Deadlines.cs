using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Timeliness;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract;

/// <summary>The documents of what is to be done by when.</summary>
public sealed partial class PartnerDocumentsTests
{
    private static readonly string[] OfReferrals = ["REF_DECISION", "MASH_R"];

    private async Task DeadlinesAsync(RunningExchange exchange, ExchangeCaller force, ExchangeCaller hub, string child)
    {
        var officer = exchange.As(Role.PoliceOfficer, Sample.Force, "otto");
        Assert.Equal(0, Count((await hub.DataAsync(Text("council/deadlines")))["deadlines"]!));
        Assert.Equal(2, Count((await hub.DataAsync(Text("council/deadlines"), new { isRunning = false, clocks = OfReferrals, toActBy = "BUR" }))["deadlines"]!));
        await using var ofHub = await hub.SubscribeAsync(Text("council/deadline-updates"));
        await using var ofForce = await officer.SubscribeAsync(Text("council/deadline-updates"));
        var referral = Id((await WriteAsync(force, "police/make-referral", "makeReferral", new
        {
            idempotencyKey = Guid.NewGuid(),
            to = "BUR",
            children = new[] { child },
            primaryNeed = "ABUSE_OR_NEGLECT",
        }))["referral"]!);
        var running = (await officer.DataAsync(Text("council/deadlines")))["deadlines"]!["nodes"]!.AsArray();
        Assert.Equal(referral, Id(Assert.Single(running)!["referral"]!));
        await Clockwork.WatchOf(exchange).LookAsync(DateTime.UtcNow.AddDays(14), CancellationToken.None);
        foreach (var stream in new[] { ofHub, ofForce })
            Assert.Equal(referral, Id((await HearsAsync(stream, "DeadlineMissed"))["deadline"]!["referral"]!));
    }
}
