using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Tests.Contract.Writes;

public sealed class RefusalAdviceTests
{
    [Fact]
    public void Every_code_says_what_a_client_does_about_it()
        => Assert.Equal(Enum.GetValues<RefusalCode>().Order(), RefusalAdvice.All.Keys.Order());
}
