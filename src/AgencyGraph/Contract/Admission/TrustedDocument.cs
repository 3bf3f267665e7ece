namespace AgencyGraph.Contract.Admission;

/// <summary>A document that was reviewed and ships with the program.</summary>
/// <param name="Name">Its file's path below <c>schema/operations</c>, without the ending: <c>council/updates</c>.</param>
/// <param name="Hash">SHA-256 of the file, in lower-case hexadecimal digits.</param>
public sealed record TrustedDocument(string Name, string Text, string Hash);
