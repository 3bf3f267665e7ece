using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class WorldBuilder
{
    private const string Opening = "outcome glass { id council { code } child { id } }";

    /// <summary>Opens somebody who may be opened, if there is one, by whatever is known of them.</summary>
    public async Task<IReadOnlyList<Told>> BreakGlassAsync(ExchangeCaller caller)
    {
        world.Step++;
        world.IsShownOtherwise = _ => false;
        if (One(world.Kids.Where(kid => IsFound(kid) && SeenBy(caller).IsOpen(kid))) is not { } kid)
            return [];
        var opened = (await RunAsync(caller, "breakGlass", "BreakGlassInput", Opening, InputOf(By(kid))))["glass"]!;
        Assert.Equal(kid.Id, opened["child"]!["id"]!.GetValue<string>());
        var council = opened["council"]!["code"]!.GetValue<string>();
        Assert.Equal(kid.Responsible ?? council, council);
        var glass = new Glass(
            opened["id"]!.GetValue<string>(), kid, caller.Role, caller.Agency, World.Worker(caller.Agency, caller.Subject), council);
        world.Glasses.Add(glass);
        return [new Told("GlassBroken", glass)];
    }

    /// <summary>Who has a child open is refused any other; who has none is answered of one who may not be opened as of nobody.</summary>
    public async Task TryGlassAsync(ExchangeCaller caller)
    {
        var answers = new List<string> { await TryAsync(caller, new { nhsNumber = Numbers.NhsNumber(ref serial) }) };
        foreach (var kid in world.Kids.Where(kid => kid.NhsNumber is not null && !(IsFound(kid) && SeenBy(caller).IsOpen(kid))).Take(3))
            answers.Add(await TryAsync(caller, new { nhsNumber = kid.NhsNumber }));
        var isOpen = world.Glasses.Exists(glass => glass.By == World.Worker(caller.Agency, caller.Subject));
        Assert.Contains(isOpen ? "\"ONLY_ONE_CHILD\"" : "\"NOT_FOUND\"", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    private static Task<string> TryAsync(ExchangeCaller caller, object by) => caller.AskTextAsync(
        "mutation($input: BreakGlassInput!) { breakGlass(input: $input) { " + Opening + " errors { __typename code message path } } }", new { input = InputOf(by) });

    /// <summary>Whether some record names the child that is shared, and kept neither by its force nor for named workers.</summary>
    private bool IsFound(Kid kid) => (kid.NhsNumber ?? kid.Upn) is not null
        && world.Records.Any(record => record.Kid == kid && record.IsShared && !record.NeedsConsent && record.Incident?.Named is null);

    private object By(Kid kid) => kid.Upn is { } upn && (kid.NhsNumber is null || Chance(5)) ? new { upn } : new { nhsNumber = kid.NhsNumber };

    private static object InputOf(object by) => new { idempotencyKey = Guid.NewGuid(), by, reasonCode = "OTHER", reason = "Danger" };
}
