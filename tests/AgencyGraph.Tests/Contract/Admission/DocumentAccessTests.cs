using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Tests.Contract.Admission;

public sealed class DocumentAccessTests
{
    private static readonly Session Anybody = new(null, DateTimeOffset.MaxValue) { Bearer = new Bearer("somebody", new AgencyCode("BUR"), null) };

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Staging", false)]
    [InlineData("Production", false)]
    public void Without_settings_only_development_is_open(string environment, bool isOpen)
    {
        var access = new DocumentAccess(Options.Create(new DocumentAccessOptions()), new NamedEnvironment(environment));
        Assert.Equal((isOpen, isOpen, isOpen), (access.IsOpen, access.MaySendAny(Anybody), access.MayIntrospect(Anybody)));
    }

    [Theory]
    [InlineData("Development", 0)]
    [InlineData("Staging", 2)]
    [InlineData("Production", 2)]
    public void What_opens_the_graph_to_everybody_stops_the_start_outside_development(string environment, int reasons)
    {
        var check = new DocumentAccessCheck(new NamedEnvironment(environment), new TrustedDocuments());
        Assert.Equal(reasons, check.Validate(null, new DocumentAccessOptions { AreFree = true, IsIntrospectable = true }).Failures?.Count() ?? 0);
        Assert.True(check.Validate(null, new DocumentAccessOptions { AreFree = false, IsIntrospectable = false }).Succeeded);
    }

    [Fact]
    public void A_list_that_names_no_document_stops_the_start()
    {
        var check = new DocumentAccessCheck(new NamedEnvironment("Production"), new TrustedDocuments());
        var options = new DocumentAccessOptions { Clients = { new ClientDocuments { Subject = "c", Documents = { "council", "police/own-incidents", "polise" } } } };
        Assert.Equal("DocumentAccess:Clients: there is no trusted document or folder polise.", Assert.Single(check.Validate(null, options).Failures!));
    }
}
