using System.Linq.Expressions;
using AgencyGraph.Visibility;
using Rule = System.Func<
    AgencyGraph.Visibility.ISharedRecord, AgencyGraph.Visibility.Caller, System.Linq.IQueryable<AgencyGraph.Visibility.Relationship>, bool>;

namespace AgencyGraph.Tests.Visibility.Mutation;

/// <summary>That the rules are those of the plain policy, and that a rule which is a little wrong would be noticed.</summary>
public sealed class MutationTests
{
    private const double Least = 0.95;

    private static readonly IReadOnlyList<Case> Cases = Case.Some(6_000, seed: 20_261_126);

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Each_role_sees_what_the_plain_policy_lets_it_see(Role role)
        => Assert.All(Enum.GetValues<RecordKind>(), kind
            => Assert.True(Differs(Grants.Of(role).Rows[kind], role, kind) is null, $"{role}, {kind}: {Differs(Grants.Of(role).Rows[kind], role, kind)}"));

    [Fact]
    public void In_an_emergency_each_role_sees_what_the_plain_policy_lets_it_see()
        => Assert.All(UsedInEmergency(), use => Assert.True(DiffersInEmergency(use.Rule, use.Kind) is null, $"{use.Role}, {use.Kind}: {DiffersInEmergency(use.Rule, use.Kind)}"));

    [Fact]
    public void What_holds_for_all_is_as_in_the_plain_policy()
    {
        Assert.All(Cases, one => Assert.Equal(PlainPolicy.IsWithoutConflict(one), Admits(ConflictRule.Rule, one, Role.SocialWorker)));
        Assert.All(Cases, one => Assert.Equal(PlainPolicy.MayCome(one), Admits(ConsentRule.Rule, one, Role.SocialWorker)));
        Assert.All(Cases, one => Assert.Equal(PlainPolicy.IsOpen(one), RestrictionRule.Admits(one.Shared, one.As(Role.SocialWorker), one.Names)));
    }

    [Fact]
    public void Nearly_every_change_of_a_rule_is_noticed()
    {
        var mutants = RowMutants().Concat(EmergencyMutants()).Concat(CommonMutants()).ToList();
        var survivors = mutants.Where(mutant => !mutant.IsNoticed()).Select(mutant => mutant.Words).ToList();

        Assert.True(mutants.Count > 200, $"Only {mutants.Count} mutants: the tool is blind.");
        Assert.True(survivors.Count <= mutants.Count * (1 - Least), $"{survivors.Count} of {mutants.Count} survive:\n{string.Join('\n', survivors)}");
    }

    [Fact]
    public void Every_rule_in_the_place_of_another_is_noticed()
    {
        var rules = Used().Select(use => use.Rule).DistinctBy(rule => rule.Expression).ToList();
        var survivors = Used().SelectMany(use => rules.Where(other => other.Expression != use.Rule.Expression)
                .Where(other => Differs(other, use.Role, use.Kind) is null).Select(other => $"{use.Role}, {use.Kind}: {other.Words}")).ToList();

        survivors.AddRange(UsedInEmergency().SelectMany(use => rules.Concat(UsedInEmergency().Select(other => other.Rule)).DistinctBy(rule => rule.Expression)
            .Where(other => other.Expression != use.Rule.Expression && DiffersInEmergency(other, use.Kind) is null).Select(other => $"{use.Role}, {use.Kind}: {other.Words}")));
        Assert.True(survivors.Count == 0, string.Join('\n', survivors));
    }

    private static IEnumerable<Mutant> RowMutants()
        => Used().GroupBy(use => use.Rule).SelectMany(uses => Mutants.Of(uses.Key.Expression).Select(mutant =>
        {
            var rule = new RowRule("mutant", mutant.Rule);
            return new Mutant($"{uses.Key.Words}: {mutant.Change}", () => uses.Any(use => Differs(rule, use.Role, use.Kind) is not null));
        }));

    private static IEnumerable<Mutant> EmergencyMutants()
        => UsedInEmergency().GroupBy(use => use.Rule).SelectMany(uses => Mutants.Of(uses.Key.Expression).Select(mutant =>
        {
            var rule = new RowRule("mutant", mutant.Rule);
            return new Mutant($"{uses.Key.Words}: {mutant.Change}", () => uses.Any(use => DiffersInEmergency(rule, use.Kind) is not null));
        }));

    private static IEnumerable<Mutant> CommonMutants()
        => [.. Of(ConflictRule.Rule.Expression, PlainPolicy.IsWithoutConflict), .. Of(ConsentRule.Rule.Expression, PlainPolicy.MayCome), .. OfRestriction()];

    private static IEnumerable<Mutant> Of(Expression<Rule> expression, Func<Case, bool> plain)
        => Mutants.Of(expression).Select(mutant =>
        {
            var rule = new RowRule("mutant", mutant.Rule);
            return new Mutant(mutant.Change, () => Cases.Any(one => Admits(rule, one, Role.SocialWorker) != plain(one)));
        });

    private static IEnumerable<Mutant> OfRestriction()
        => Mutants.Of(RestrictionRule.Expression).Select(mutant =>
        {
            var rule = InMemory.Compile(mutant.Rule);
            return new Mutant(mutant.Change, () => Cases.Any(one => rule(one.Shared, one.As(Role.SocialWorker), one.Names) != PlainPolicy.IsOpen(one)));
        });

    private static IEnumerable<(Role Role, RecordKind Kind, RowRule Rule)> Used()
        => from role in Enum.GetValues<Role>() from kind in Enum.GetValues<RecordKind>() select (role, kind, Grants.Of(role).Rows[kind]);

    private static IEnumerable<(Role Role, RecordKind Kind, RowRule Rule)> UsedInEmergency()
        => from grant in Grants.InEmergency.Values from kind in Enum.GetValues<RecordKind>() select (grant.Role, kind, grant.Rows[kind]);

    /// <summary>Of roles that break the glass no rule asks which they are.</summary>
    private static Case? DiffersInEmergency(RowRule rule, RecordKind kind)
        => Cases.FirstOrDefault(one => rule.Admits(one.Shared, one.As(Role.PoliceOfficer, Purpose.BreakGlass), one.Ties) != PlainPolicy.RowInEmergency(kind, one));

    private static Case? Differs(RowRule rule, Role role, RecordKind kind)
        => Cases.FirstOrDefault(one => Admits(rule, one, role) != PlainPolicy.Row(role, kind, one));

    private static bool Admits(RowRule rule, Case one, Role role) => rule.Admits(one.Shared, one.As(role), one.Ties);

    private sealed record Mutant(string Words, Func<bool> IsNoticed);
}
