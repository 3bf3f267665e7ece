using System.Reflection;
using Xunit.Sdk;

namespace AgencyGraph.Tests.Support;

/// <summary>Runs a <see cref="SkippableTheoryAttribute"/> once on each database: <c>[SkippableTheory, EveryDatabase]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
        => Enum.GetValues<DatabaseKind>().Select(kind => new object[] { kind });
}
