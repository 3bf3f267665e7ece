using AgencyGraph.Visibility;
using AgencyGraph.Visibility.Law;

namespace AgencyGraph.Tests.Visibility.Law;

public sealed class LegalBasesTests
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_has_a_basis_for_each_purpose_that_it_may_state_and_for_no_other(Role role)
        => Assert.Equal(
            Grants.Of(role).Purposes.Order(),
            Enum.GetValues<Purpose>().Where(purpose => LegalBases.Of(role, purpose).Count > 0));

    [Theory]
    [MemberData(nameof(Roles))]
    public void What_is_particular_to_a_kind_of_record_comes_after_what_holds_for_all(Role role)
        => Assert.All(
            from purpose in Enum.GetValues<Purpose>() from kind in Enum.GetValues<RecordKind>() select (purpose, kind),
            pair => Assert.Equal(
                LegalBases.Of(role, pair.purpose),
                LegalBases.Of(role, pair.purpose, pair.kind).Take(LegalBases.Of(role, pair.purpose).Count)));

    [Fact]
    public void Police_disclose_for_safeguarding_under_the_duty_to_share()
        => Assert.Equal("CA2004_16LA", LegalBases.Of(Role.PoliceSystem, Purpose.Safeguarding)[0].Code);

    [Fact]
    public void A_council_that_reads_a_childs_record_rests_on_the_consistent_identifier_too()
        => Assert.Contains(LegalBases.Of(Role.SocialWorker, Purpose.Safeguarding, RecordKind.ChildRecord), basis => basis.Code == "CA2004_16LC");

    [Fact]
    public void Each_code_names_one_place_in_the_law()
        => Assert.Equal(LegalBases.All.Count, LegalBases.All.DistinctBy(basis => basis.Code).Count());

    [Fact]
    public void Whatever_is_rested_on_is_among_those_that_are_printed()
        => Assert.Empty(
            (from role in Enum.GetValues<Role>()
             from purpose in Enum.GetValues<Purpose>()
             from kind in Enum.GetValues<RecordKind>()
             from basis in LegalBases.Of(role, purpose, kind)
             select basis).Except(LegalBases.All));

    [Fact]
    public void A_basis_that_was_checked_says_against_what()
        => Assert.All(LegalBases.All, basis => Assert.Equal(basis.CheckedOn is null, basis.Source is null));
}
