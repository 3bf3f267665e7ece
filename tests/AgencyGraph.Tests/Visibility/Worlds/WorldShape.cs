namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Which agencies a world has to itself, and from where its numbers count.</summary>
internal sealed record WorldShape(IReadOnlyList<string> Forces, IReadOnlyList<string> Councils, string School, string HealthBody, int FirstSerial);
