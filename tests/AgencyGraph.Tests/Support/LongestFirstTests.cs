using AgencyGraph.Tests.Endurance;
using AgencyGraph.Tests.Support.Running;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace AgencyGraph.Tests.Support;

public sealed class LongestFirstTests
{
    [Fact]
    public void The_classes_that_take_long_begin_first()
    {
        var sink = new NullMessageSink();
        var assembly = new TestAssembly(Reflector.Wrap(typeof(LongestFirst).Assembly));
        var factory = new CollectionPerClassTestCollectionFactory(assembly, sink);
        var (quick, slow, storm) = (Collection<RunningExchangeTests>(), Collection<SlowConsumerTests>(), Collection<ReconnectStormTests>());

        Assert.Equal([slow, storm, quick], new LongestFirst().OrderTestCollections([quick, slow, storm]));

        ITestCollection Collection<TTests>() => factory.Get(Reflector.Wrap(typeof(TTests)));
    }
}
