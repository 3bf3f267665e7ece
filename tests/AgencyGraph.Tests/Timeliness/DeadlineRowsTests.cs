using AgencyGraph.Tests.Visibility.Mutation;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Timeliness;

/// <summary>A deadline shows nobody that there is a record which they may not see.</summary>
public sealed class DeadlineRowsTests
{
    /// <summary>Kinds of record on which clocks run.</summary>
    public static TheoryData<RecordKind> Clocked => [RecordKind.Referral];

    [Theory]
    [MemberData(nameof(Clocked))]
    public void Whoever_sees_a_deadline_sees_its_record(RecordKind kind)
    {
        var seen = 0;
        foreach (var one in Case.Some(4_000, seed: 5))
        {
            foreach (var grant in Grants.All.Values)
            {
                var caller = one.As(grant.Role);
                if (!grant.Rows.Deadlines.Admits(one.Shared, caller, one.Ties))
                    continue;
                seen++;
                Assert.True(grant.Rows[kind].Admits(one.Shared, caller, one.Ties), $"{grant.Role}");
            }
        }

        Assert.True(seen > 1_000);
        Assert.Equal(ConflictRule.Governs(kind), ConflictRule.Governs(RecordKind.Deadline));
        Assert.Equal(RestrictionRule.Governs(kind), RestrictionRule.Governs(RecordKind.Deadline));
        Assert.True(ConsentRule.Governs(RecordKind.Deadline) || !ConsentRule.Governs(kind));
    }
}
