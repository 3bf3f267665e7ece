namespace AgencyGraph.Contract.Writes;

/// <summary>An expected refusal: it changed nothing and is told to the caller as data.</summary>
/// <param name="Message">What is wrong and what to do, without repeating personal data.</param>
/// <param name="Path">Where in the input the fault lies; empty where it lies in no single field.</param>
/// <param name="CurrentVersion">The record's version now; only with <see cref="RefusalCode.VersionConflict"/>.</param>
public sealed record Refusal(RefusalCode Code, string Message, IReadOnlyList<string> Path, int? CurrentVersion = null);
