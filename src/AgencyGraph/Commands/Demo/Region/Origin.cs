namespace AgencyGraph.Commands.Demo.Region;

/// <summary>Names that go together.</summary>
internal sealed record Origin(int Weight, IReadOnlyList<string> Girls, IReadOnlyList<string> Boys, IReadOnlyList<string> Surnames);
