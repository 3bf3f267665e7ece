using AgencyGraph.Agencies;

namespace AgencyGraph.Tests.Agencies;

public sealed class AgencyDirectoryTests
{
    private readonly AgencyDirectory directory = new();

    [Fact]
    public void It_holds_the_153_councils_and_the_39_forces_of_England()
    {
        Assert.Equal(153, directory.Councils.Count);
        Assert.Equal(39, directory.Forces.Count);
        Assert.Equal(153 + 39, directory.All.Select(agency => agency.Code).Distinct().Count());
    }

    [Fact]
    public void Every_council_lies_in_the_area_of_a_force_that_exists()
        => Assert.All(directory.Councils, council =>
        {
            Assert.NotNull(council.ForceCode);
            Assert.Equal(AgencyKind.PoliceForce, directory.Find(council.ForceCode.Value)?.Kind);
        });

    [Fact]
    public void Every_force_has_a_reference_prefix_of_its_own()
    {
        Assert.Equal(39, directory.Forces.Select(force => force.ReferencePrefix).Distinct().Count());
        Assert.All(directory.Forces, force => Assert.Matches("^[A-Z]{2,6}$", force.ReferencePrefix));
    }

    [Fact]
    public void Every_agency_fits_its_columns()
        => Assert.All(directory.All, agency =>
        {
            Assert.InRange(agency.Code.Value.Length, 1, AgencyCode.MaxLength);
            Assert.InRange(agency.Name.Length, 1, Agency.NameMaxLength);
            Assert.DoesNotContain('"', agency.Name);
        });

    [Fact]
    public void A_name_with_commas_in_it_is_one_name()
    {
        var council = directory.Find(new AgencyCode("BPC"));

        Assert.Equal("Bournemouth, Christchurch and Poole Council", council?.Name);
        Assert.Equal(new AgencyCode("dorset"), council?.ForceCode);
        Assert.Equal(["a", "b, \"c\"", ""], CsvTable.Fields("a,\"b, \"\"c\"\"\","));
    }

    [Fact]
    public void Who_is_not_in_it_is_not_found()
    {
        Assert.Null(directory.Find(new AgencyCode("bur")));
        Assert.Null(directory.Find(default));
    }
}
