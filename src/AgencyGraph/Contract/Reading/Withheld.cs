using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>That a field holds something which this caller may not see, but may know of.</summary>
public sealed record Withheld(string Field, Detail Reason);
