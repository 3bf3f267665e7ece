using Xunit.Abstractions;

[assembly: TestCollectionOrderer("AgencyGraph.Tests.Support.LongestFirst", "AgencyGraph.Tests")]

namespace AgencyGraph.Tests.Support;

/// <summary>Begins with the classes that say of themselves that they take long.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private readonly HashSet<string?> early
        = [.. typeof(LongestFirst).Assembly.GetTypes().Where(type => type.IsDefined(typeof(BeginsEarlyAttribute), inherit: false)).Select(type => type.FullName)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
        => testCollections.OrderByDescending(BeginsEarly);

    /// <summary>A class that is in no named collection is one by itself, which is called after it.</summary>
    private bool BeginsEarly(ITestCollection collection) => collection.DisplayName.Split(' ').Any(early.Contains);
}
