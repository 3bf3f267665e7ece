namespace AgencyGraph.Commands.Hosting.Settings;

/// <summary>One key of the configuration.</summary>
/// <param name="Key">As it is written, from the section on; a number in a list is <c>0</c>.</param>
/// <param name="Kind">What its value is, with the unit.</param>
/// <param name="Default">As it would be written; empty where there is none.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Setting(string Key, string Kind, string Default, string Meaning);
